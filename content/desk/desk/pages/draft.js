// One draft: its form while it is being written, its difference and the decision while it is being judged.

import { get, get_list } from '../api.js';
import { h } from '../dom.js';
import { kept } from '../kept.js';
import { account, may_write, scoped } from '../session.js';
import { in_words } from '../lang.js';
import { whole } from '../merge.js';
import { show_editing } from './draft_edit.js';
import { show_review } from './draft_review.js';

async function houses() {
  const rows = await get_list(scoped('/api/guides')).catch(() => []);
  return rows
    .filter((each) => each.kind === 'place')
    .map((each) => [String(each.id).split(/[./]/).at(-1), in_words(each.title)]);
}

export async function show(context) {
  const [id] = context.parts;
  const draft = await get(`/api/drafts/${encodeURIComponent(id)}`);
  const mine = await kept(account().id, id).catch(() => undefined);
  if (!may_write(draft)) return show_review(context, draft);
  const national = draft.kind === 'patch' ? draft.national : null;
  const content = whole(draft.content, national);
  return h(
    'div',
    {},
    show_editing(context, {
      draft,
      national,
      content,
      kept: mine,
      places: ['notice', 'settings'].includes(draft.kind) ? await houses() : [],
    }),
  );
}
