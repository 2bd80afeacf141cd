// Work that the server has not said yes to yet, kept in this browser: it outlives a closed tab, a dead line and a
// restart. One record a draft and person, gone as soon as the server has it.

function promised(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

let opened = null;

function database() {
  if (opened) return opened;
  const opening = indexedDB.open('conglang-desk', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: 'key' });
  opened = promised(opening);
  return opened;
}

async function with_store(mode, work) {
  const transaction = (await database()).transaction('drafts', mode);
  const ended = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error);
  });
  const result = await promised(work(transaction.objectStore('drafts')));
  await ended;
  return result;
}

const key_of = (who, draft) => `${who}/${draft}`;

/** `work`: {revision, content, note}: what the person wrote, and the server's revision it began from. */
export function keep(who, draft, work) {
  return with_store('readwrite', (store) =>
    store.put({ key: key_of(who, draft), who, draft, at: new Date().toISOString(), ...work }),
  );
}

export const kept = (who, draft) => with_store('readonly', (store) => store.get(key_of(who, draft)));
export const forget = (who, draft) => with_store('readwrite', (store) => store.delete(key_of(who, draft)));

/** Every draft of `who` whose work still waits here. */
export async function all_kept(who) {
  return (await with_store('readonly', (store) => store.getAll())).filter((each) => each.who === who);
}
