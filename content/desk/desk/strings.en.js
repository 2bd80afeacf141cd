// English, of the desk.
export default {
  ui: {
    loading: 'Opening…', failed: 'This page did not open', again: 'Try again', back: 'Back', close: 'Close',
    optional: '(optional)', mustWrite: 'Write something here to go on.',
  },
  frame: {
    name: 'Cổng Làng', desk: 'Staff desk', commune: 'Staff desk, commune {commune}', otherLanguage: 'Tiếng Việt', leave: 'Sign out',
    places: 'Pages', skip: 'Skip to content',
    menu: 'Page: {place}', chooseCommune: 'Looking at the commune with code',
    insecure: 'This page is open by plain http, so nothing can be signed here.',
    insecureNext: 'Browsers make and use signing keys only at an https address, or at localhost on the server itself. Reading and writing work. Ask your administrator for the address that starts with https.',
    place: { todo: 'To do', guides: 'Guides', sign: 'Sign and publish', kiosks: 'Kiosks', usage: 'Usage', keys: 'My keys', people: 'People', audit: 'Audit log' },
  },
  role: { author: 'Author', reviewer: 'Reviewer', admin: 'Commune admin', operator: 'Province operator' },
  roleDoes: { author: 'writes and submits', reviewer: 'reads and approves what others wrote', admin: 'invites people, approves keys, looks after kiosks' },
  error: {
    line: 'The server cannot be reached. Check the network and try again. Your work is still on this computer.',
    other: 'Something went wrong ({code}). Try again. If it stays so, read this code to your administrator.',
    http_401: 'The session has ended. Sign in again.', http_403: 'You may not do this.',
    http_404: 'Not found. Somebody else may have finished it.', http_409: 'Somebody else just changed this. Reload the page to see it.',
    http_413: 'The file or text is too large.', http_429: 'Too many tries. Wait some minutes and try again.',
    http_500: 'The server failed. Try again in some minutes.', http_502: 'The server did not answer. Try again in some minutes.', http_503: 'The server is busy. Try again in some minutes.',
  },
  state: { draft: 'Being written', submitted: 'Waits for approval', 'changes-asked': 'Changes asked', approved: 'Approved', scheduled: 'Scheduled', signing: 'Being signed', published: 'On the screens', superseded: 'Replaced by a newer one', withdrawn: 'Taken off', discarded: 'Discarded' },
  fresh: { fresh: 'Fresh', due: 'Review is due soon', stale: 'Review is overdue' },
  kind: { guide: 'Guide', patch: 'Guide', notice: 'Notice', place: 'Cultural house', heritage: 'Heritage', product: 'Product' },
  value: { nothing: '(nothing)', yes: 'Yes', no: 'No' },
  signIn: {
    title: 'Sign in', below: 'For staff who write and approve what the kiosks show.', name: 'User name', password: 'Password', do: 'Sign in',
    missing: 'Enter both user name and password.', wrong: 'The user name or password is wrong. Try again.',
    ended: 'The session ended after a long pause. Sign in again to go on. What you wrote is still there.', lost: 'Forgot the password? Ask your commune\'s administrator for a new invitation.',
  },
  invite: {
    title: 'Invitation', welcome: 'Welcome, {name}', below: 'You are invited as: {roles}. Choose a user name and password to begin.', until: 'The invitation is good until {day}.',
    name: 'User name', nameHint: 'Small letters without marks, digits, dots. For example: lan.nguyen', password: 'Password', passwordHint: 'At least {count} characters. A short sentence is best. Do not reuse one from elsewhere.', again: 'Password once more', do: 'Begin',
    badName: 'A user name has 3 to 32 characters: small letters without marks, digits, dots, hyphens.', shortPassword: 'The password needs at least {count} characters.', notSame: 'The two passwords differ. Enter them again.',
    known: 'User name: {name}. Choose a new password.',
    gone: 'This invitation was used, has run out, or is incomplete. Ask your commune\'s administrator for a new one.', toSignIn: 'To the sign-in page',
  },
  todo: {
    title: 'To do', count: '{count} things wait for you', none: 'Nothing waits for you. Every guide is within its review date.', since: 'Since {day}',
    people: 'Colleagues wait for this', things: 'Worth another look',
    unsent: 'This computer holds work of {at} that did not reach the server.', unsentOpen: 'Open it to send it', start: 'Start something else', newNotice: 'Write a notice', allGuides: 'See all guides',
  },
  guides: {
    heading: 'Guides and notices', below: 'All that the commune\'s screens show, and what is being written.', new: 'Write new', search: 'Search by title', filters: 'More filters', all: 'All',
    kind: 'Kind', state: 'State', freshness: 'Freshness', who: 'Who', onlyDraft: 'Only with a draft', count: 'Showing {shown} of {all}.', none: 'Nothing matches. Take a filter away.',
    title: 'Title', reviewBy: 'Review by', hasDraft: 'A draft is open', checked: 'Checked on {day}', neverChecked: 'No date of check', noReview: 'No date set', reviewPast: '{day}, overdue', nobody: 'Nobody yet',
    national: 'National text', commune: 'With the commune\'s part',
  },
  new: {
    heading: 'Write new', below: 'Choose a kind and a title. The rest comes on the next page.', kind: 'What to write', title: 'Title', titleHint: 'Short, in Vietnamese. For example: Cắt điện ngày 5/12', do: 'Create and go on', missing: 'Give it a title first.', source: 'Ủy ban nhân dân xã', note: 'New',
  },
  guide: {
    toList: 'Back to the list', edit: 'Edit', editForCommune: 'Edit for the commune', says: 'On the screens now', history: 'Published versions', noHistory: 'The commune has not published this yet.', review: 'Review by: {when}',
    version: 'Version', when: 'When', who: 'Who', note: 'Note', noNote: 'None', backTo: 'Go back', inUse: 'In use', rollback: 'Go back to this', rollbackTo: 'Go back to version {version}',
    hasDraft: 'A draft of this is open.', openDraft: 'Open the draft', remove: 'Take off the screens', removePatch: 'Drop the commune\'s part', removeTitle: 'Take it off the screens?', removeWords: 'This too is approved and signed. The old text stays among the published versions.', removePatchWords: 'The screens then show the national text. This too is approved and signed.', removeDo: 'Send for approval',
    rollbackTitle: 'Go back to version {version}?', rollbackWords: 'The old content is published again as a new version, so enough people must sign it. Nothing changes until they have.', rollbackDo: 'Prepare for signing',
  },
  draft: {
    below: 'Write in the fields below. The page saves by itself.', belowPatch: 'The national text, with what the commune says otherwise. Only the difference is stored. The page saves by itself.', restored: 'What you wrote at {at}, which did not reach the server, is back.',
    comments: 'Comments', addComment: 'Write a comment', comment: 'Comment', sendComment: 'Send the comment', sendTitle: 'Send for approval', note: 'Change note', noteHint: 'What changed, and by which document. The reviewer and later readers see this line.', noteMissing: 'Write one line on what changed and why, then send it.',
    submit: 'Send for approval', notSavedYet: 'The draft is not saved on the server yet, so it was not sent. See the line on saving at the top.', more: 'Other ways', moreWhat: 'Only when it is really needed.',
    now: 'Publish now, without approval', nowTitle: 'Publish now, without approval?', nowWords: 'For urgent matters such as a storm. Enough people must still sign. It stays flagged until somebody reviews it.', nowReason: 'Why it cannot wait', nowMissing: 'Give the reason.', nowDo: 'Publish now',
    discard: 'Discard this draft', discardTitle: 'Discard this draft?', discardWords: 'What the screens show does not change. What this draft says will not be used.', discardDo: 'Discard the draft',
    findErrors: '{count} things must be mended before it can be sent:', findWarnings: '{count} things are worth another look:', toField: 'Go there', toFieldOf: 'Go there: {what}',
  },
  save: {
    changed: 'Writing…', saving: 'Saving…', saved: 'Saved at {at}', errors: '{count} things to mend, see the top of the page.', offline: 'No connection. Your text is kept on this computer and is sent when the line is back. Do not clear the browser\'s data.',
    'signed-out': 'The session ended. Your text is kept on this computer. Sign in again to send it.', refused: 'The server refused: {why} Your text is kept on this computer.', unkept: 'This browser has no room to keep your text. Do not close the page before it says "Saved".',
  },
  form: {
    inEnglish: '{field}, in English', inVietnamese: 'Vietnamese', english: 'English', notSaid: 'Not said', noneIsAll: 'None ticked means all.', oneALine: 'One a line.', item: '{field} {number}', add: 'Add: {field}',
    up: 'Up', down: 'Down', remove: 'Remove', upWhat: 'Move up: {what}', downWhat: 'Move down: {what}', removeWhat: 'Remove: {what}', undo: 'Bring it back', removed: 'One item was removed.', moved: 'Moved to place {number} of {all}.', drag: 'Drag to move',
  },
  editor: {
    ours: 'The commune says otherwise', oursTitle: 'The commune\'s part ({count})', oursNone: 'The commune says nothing otherwise yet. Choose a field below to change it for the commune.', restTitle: 'As the national text', restWhat: 'These follow by themselves when the national text changes.',
    change: 'Change for the commune: {field}', addWhat: 'Add for the commune: {field}', changeHere: 'Change here', addHere: 'Add here', useNational: 'Use the national text', useNationalFor: 'Use the national text: {field}', nationalSays: 'The national text', nationalSilent: 'The national text says nothing here.', items: '{count} items, press to see',
  },
  picture: {
    hint: 'JPEG, PNG or WebP, 12 MB at most. The server makes it smaller and removes private data.', now: 'In use: {file}', none: 'No picture yet.', sending: 'Sending the picture…', done: 'The picture arrived, {width} × {height} pixels.',
    altFirst: 'Describe the picture in the field above first, then choose it.', badKind: 'This is no JPEG, PNG or WebP. Choose another file.', tooLarge: 'The picture is over 12 MB. Choose a smaller one.',
  },
  preview: {
    title: 'Preview', page: 'Page', pages: { guide: 'Papers and fees', case: 'The question', steps: 'Steps', qr: 'The code' }, choose: 'Choose a view', landscape: 'Wide screen', portrait: 'Upright screen', phone: 'Phone', drawing: 'The server is drawing…', done: 'Drawn from what is saved.', failed: 'Not drawn.', again: 'Draw again', phoneTitle: 'The page on a phone',
    alt: { landscape: 'The wide screen of "{title}"', portrait: 'The upright screen of "{title}"' },
  },
  conflict: {
    title: 'Two people changed this', what: '{who} saved this while you were writing.', kept: 'Nothing is lost: your part is here. Choose for each field, then save.', choose: 'Both changed {count} fields. Choose which to keep:', none: 'You changed different fields, so both fit together.',
    theirs: 'Take {who}\'s', mine: 'Keep mine', onlyTheirs: 'Fields that only they changed, which are taken in:', onlyMine: 'Fields that only you changed, which are kept:', save: 'Save what I chose', somebody: 'Somebody else',
  },
  difference: { title: 'What will change', none: 'Nothing differs from what is published.', field: 'Field', before: 'Before', after: 'After' },
  review: {
    by: 'Author: {who}', next: 'Next step', decide: 'Read every change and the preview, then choose:', approve: 'Approve', askChanges: 'Ask for changes', askTitle: 'Ask for changes', askLabel: 'What to change', askHint: 'The author reads exactly this.', askDo: 'Send', askMissing: 'Say what to change, so that the author knows.',
    ownWaits: 'Waiting for somebody else to approve. Authors do not approve their own work.', othersDecide: 'Waiting for a reviewer.', approvedNext: 'Approved. The last step is to sign it onto the screens.', toSigning: 'Prepare for signing', schedule: 'Set a day', scheduleWhat: 'When the time comes it appears under To do, to be signed.', when: 'Publish from', scheduleDo: 'Set', scheduledFor: 'Scheduled for {at}.',
    openSigning: 'Open signing', removal: 'This takes it off the screens.',
    is: { draft: 'The author is writing and has not sent it yet.', 'changes-asked': 'Waiting for the author to change it.', signing: 'Waiting for enough signatures.', published: 'This is on the screens.', superseded: 'There is a newer version.', withdrawn: 'Taken off the screens.', discarded: 'This draft was discarded.' },
    withdraw: 'Withdraw', withdrawTitle: 'Withdraw this?', withdrawWords: 'It no longer waits for approval or signatures. The screens do not change.', withdrawDo: 'Withdraw', emergency: 'Published in haste, not approved yet. Reason: {reason}',
  },
  sign: {
    heading: 'Sign and publish', headingBelow: 'Only what has enough signatures reaches the screens. The screens check them themselves.', waiting: 'Waiting for signatures', noneWaits: 'Nothing waits for signatures.', approved: 'Approved, not sent to signing', noneApproved: 'Nothing approved is left to sign.', chooseWhat: 'Choose what to sign at once', chooseOne: 'Choose at least one.', collect: 'Prepare for signing',
    two: 'Two people sign', twoWhat: 'Each on a computer of their own. Keys never leave the browser.', row: 'Version {version}', rowEmergency: 'Emergency order {version}', contains: 'What it holds', title: 'Sign to publish', below: 'Version {version}, good until {expires}', have: '{have} of {threshold} signatures', by: '{who}, {at}', waits: 'Signature {number}: waiting',
    do: 'Sign with my key', next: 'Press the button. A window of its own opens, shows all that will change, and then signs.', mine: 'You have signed. Waiting for others; this page follows by itself.', drop: 'Drop this', dropTitle: 'Drop this?', dropWords: 'The drafts go back to approved. Signatures so far are no longer used.', dropDo: 'Drop it',
    published: 'Published. It has enough signatures.', publishedNext: 'Kiosks in the houses take it within about a minute, when they are online.', toList: 'Back to the guides', conflict: 'Something else was published while this waited.', conflictNext: 'The drafts are still there. Go to "Sign and publish" and prepare them again.', dropped: 'This was dropped.', toAll: 'Back to Sign and publish', files: '{count} files will change', file: '{path}', removed: 'Removed: {path}',
  },
  signer: {
    blocked: 'The browser blocked the signer\'s window. Allow this page to open windows (see the address bar), then press again.', closed: 'The signer\'s window was closed before it was done. Press again when you are ready.', declined: 'The signer did nothing. Press again when you are ready.', none: 'The server has no signer page. Tell your administrator.',
  },
  key: {
    title: 'My keys', below: 'A key lies in this computer\'s browser and is sent nowhere. If the computer or the browser\'s data is lost, so is the key.', welcome: 'You are in. If you sign, make a key for this computer now.', mine: 'Keys', none: 'You have no key yet.', make: 'Make a key on this computer', another: 'Make another key',
    state: { enrolled: 'Waits for the administrator', approved: 'Waits for the province', delegated: 'Can sign', revoked: 'No longer used' },
    next: { enrolled: 'Read the number below to your commune\'s administrator, in person or by telephone. They compare it and approve.', approved: 'The administrator approved it. The province delegates to it; that usually takes a day.', delegated: 'This key can sign. To do tells you when something waits.', revoked: 'This key cannot sign any more.' },
    stillDelegated: 'The province has not taken this key out yet; screens count its signatures until it has.', giveUp: 'Give this key up', giveUpWords: 'When you change computers, or fear that somebody else used it.', giveUpDo: 'Give it up', signerTitle: 'Is the signer genuine', signerWhat: 'The hash of the signer page that runs here. Whoever wants to check compares it with the one the province publishes.',
    number: 'Number: {id}', since: 'since {at}', lostTitle: 'A lost key, a new computer, a person who leaves', lost1: 'The computer broke, is gone, or its browser was cleared: tell your commune\'s administrator at once, who revokes the old key.', lost2: 'On the new computer sign in and press "Make a key". The administrator approves it, the province delegates to it.', lost3: 'Meanwhile others in the commune can sign: each commune has more keys than it needs.',
    password: 'Change the password', oldPassword: 'Password of today', newPassword: 'New password', passwordDo: 'Change the password', passwordDone: 'The password is changed.',
  },
  people: {
    title: 'People and keys', below: 'Who may write, approve and sign for the commune.', keys: 'Signing keys', keysWhat: 'Before you approve, ask the person for the number on their computer and compare all of it. Only so is it sure that the key is theirs.', noKeys: 'Nobody has made a key yet.', key: 'Key', ownKey: 'Yours: somebody else approves it',
    approveDo: 'Approve', approveTitle: 'Approve the key "{label}" of {who}?', approveWords: 'Number: {id}. Approve only when {who} read you exactly this number.', revokeDo: 'Revoke', revokeTitle: 'Revoke the key "{label}" of {who}?', revokeWords: 'It cannot sign any more once the province has updated. It cannot be brought back; the person makes another.',
    all: 'People', who: 'Who', does: 'Does', state: 'State', action: 'Do', active: 'Active', disabled: 'Disabled', you: 'This is you', enable: 'Enable', disable: 'Disable', enableWho: 'Enable {who}', disableWho: 'Disable {who}', disableTitle: 'Disable {who}?', disableWords: 'They are signed out at once and cannot sign in. What they wrote stays. Their keys are revoked too.', disableDo: 'Disable', renewDo: 'New password', renewWho: 'New password for {who}', renewTitle: 'Make a link for a new password of {who}?', renewWords: 'They open it and choose a new password. The old one works until then.',
    inviteTitle: 'Invite somebody', name: 'Full name', nameHint: 'Shown with everything they do.', commune: 'Commune code', roles: 'What they do', invite: 'Make an invitation', missing: 'Enter the full name and choose at least one thing.', invited: 'The invitation is made. The address below is shown once only.', link: 'Address of the invitation', linkHint: 'Send it to that person alone, not to a group. It works once, until {day}.', copy: 'Copy the address', copied: 'Copied.',
    delegation: 'Delegate to a commune', delegationWhat: 'Download the approved keys of a commune, carry the file to the machine that holds the province\'s keys, and run conglang delegate.', delegationDo: 'Download the file',
  },
  kiosk: {
    title: 'Kiosks', allWell: 'Every kiosk is well.', ill: '{count} kiosks need a look', search: 'Search by name or house', how: 'State', count: 'Showing {shown} of {all} kiosks.', none: 'No kiosk matches.', noneYet: 'There is no kiosk yet. Add the first one below.', name: 'Kiosk', lastReport: 'Last report', version: 'Last sync', ask: 'Ask it to', never: 'Never',
    state: { well: 'Well', silent: 'Does not answer', stale: 'Old content', disk: 'Disk nearly full', crashing: 'Keeps restarting', setAside: 'Content was set aside', waiting: 'Waits to be claimed', retired: 'Retired' },
    sync: 'Sync now', restart: 'Restart', syncOf: 'Sync now: {name}', restartOf: 'Restart: {name}', asked: { sync: '{name} was asked to sync. It does so when it next asks, within minutes.', restart: '{name} was asked to restart. It waits until its visitor is done.' },
    restartTitle: 'Restart {name}?', restartWords: 'It waits for its visitor, then is off for about a minute.', claimTitle: 'Add a kiosk', claimWhat: 'On the new kiosk open the staff menu. It shows a claim code. Enter it here.', claimCode: 'Claim code', claimCodeHint: 'As on the screen, for example: K7QM-2F4T', claimName: 'Name of the kiosk', claimPlace: 'House', choosePlace: 'Choose a house', claimPlaceHint: 'Where the kiosk stands', claimDo: 'Claim the kiosk', claimMissing: 'Fill in all three fields.',
    toList: 'Back to the kiosks', history: 'Lately', noHistory: 'No report yet.', when: 'When', what: 'What', retire: 'Retire this kiosk', retireTitle: 'Retire {name}?', retireWords: 'It can no longer report, and leaves the list of those to look after. What it shows stays.',
    alarmOver: '{what} (over at {until})', askOpen: 'Asked: {what}, not done yet', askDone: 'Asked: {what}, done at {at}', report: { health: 'It told how it is', usage: 'It sent its counts', error: 'It told of an error', ratings: 'It sent ratings', sync: 'It synced' },
    fact: { place: 'House', commune: 'Commune code', version: 'Program version', lastSync: 'Last sync', lastReport: 'Last report', claimedAt: 'Claimed at', retiredAt: 'Retired at', clockSkewSeconds: 'Clock is off by (seconds)' },
  },
  usage: {
    title: 'Usage', below: 'Counts only. Nothing about who.', from: 'From', to: 'Until', show: 'Show', badRange: 'The first day must be before the last.', allViews: 'guides read', allCodes: 'codes shown', allMisses: 'searches without result', byDay: 'By day', byDayWhat: 'Guides read each day', asTable: 'As a table', byProcedure: 'By procedure', byPlace: 'By house', misses: 'Not found', missesWhat: 'What people looked for and did not find. Add search terms or a guide.', noMisses: 'Nothing was looked for in vain.', nothing: 'No figures in this range.',
    procedure: 'Procedure', place: 'House', views: 'Read', codes: 'Codes', good: 'Ratings', ratings: '{good} good, {bad} not', unrated: 'Not rated', words: 'Words', times: 'Times', day: 'Day', csv: 'Download the figures (CSV)', pdf: 'Download the month\'s report (PDF)',
  },
  audit: {
    title: 'Audit log', below: 'Who did what and when. Lines are added, never changed or removed.', when: 'When', who: 'Who', what: 'What', about: 'About', system: 'The server', none: 'Nothing yet.', older: 'See older', end: 'That is all.',
    did: {
      'sign-in': 'Signed in', 'sign-in-refused': 'Sign-in refused', 'sign-out': 'Signed out', 'account-create': 'Accepted an invitation', 'account-invite': 'Invited somebody', 'account-disable': 'Disabled an account', 'account-enable': 'Enabled an account', 'account-roles': 'Changed roles', 'password-change': 'Changed the password', 'password-link': 'Made a password link', 'password-renew': 'Renewed a password', 'key-enrol': 'Made a key', 'key-approve': 'Approved a key', 'key-revoke': 'Revoked a key',
      'draft-create': 'Began a draft', 'draft-save': 'Saved a draft', 'draft-submit': 'Sent for approval', 'draft-take-back': 'Withdrew', 'draft-ask-changes': 'Asked for changes', 'draft-approve': 'Approved', 'draft-schedule': 'Scheduled', 'draft-publish-now': 'Published without approval', 'draft-discard': 'Discarded a draft', 'draft-propose': 'Sent to signing', 'picture-add': 'Sent a picture', 'proposal-make': 'Prepared a signing', 'proposal-sign': 'Signed', 'proposal-publish': 'Published', 'proposal-drop': 'Dropped a signing', 'kiosk-claim': 'Claimed a kiosk', 'kiosk-retire': 'Retired a kiosk', 'kiosk-ask-sync': 'Asked a kiosk to sync', 'kiosk-ask-restart': 'Asked a kiosk to restart',
    },
  },
  emergency: {
    heading: 'In an emergency', open: 'Blank or replace every screen', what: 'When what the screens show does harm, or something cannot wait. The people who hold the emergency keys must sign the order.', which: 'What to do', kind: { blank: 'Blank every screen', replace: 'Show words of urgency', lift: 'End the order' }, title: 'Large line', words: 'Words', missing: 'Write both the large line and the words.', do: 'Prepare the order for signing',
  },
  field: {
    title: 'Title', shortTitle: 'Short title', officialName: 'Official name', name: 'Name', description: 'Description', summary: 'Summary', body: 'Text', audience: 'Who may file', requirements: 'Conditions', caseQuestion: 'Question for the case', caseHint: 'Hint below the question', cases: 'Cases', label: 'Label', note: 'Note', notes: 'Notes', evidence: 'Papers', steps: 'Steps', costs: 'Fees', processingTimes: 'How long it takes', channels: 'Where to file', outputs: 'What one gets', forms: 'Forms', legalResources: 'Law', codes: 'Procedure codes', code: 'Code', role: 'Role of the code', competentAuthority: 'Authority', searchTerms: 'Search terms (hidden)', comingChanges: 'Coming changes', links: 'QR addresses', link: 'QR address', url: 'Web address', template: 'Address template',
    lifeEvents: 'Topics', checkedOn: 'Checked on', reviewBy: 'Review by', validFrom: 'Valid from', validUntil: 'Valid until', changeNote: 'Note on the change', status: 'Status', replacedBy: 'Replaced by', hours: 'Hours', kind: 'Kind', onlyIf: 'Only if', originals: 'Originals', copies: 'Copies', handling: 'Submit or show', exemptions: 'Who pays less or nothing', amountVnd: 'Amount (VND)', answer: 'Short answer', text: 'Words', number: 'Number of the document', from: 'From', until: 'Until', urgency: 'Urgency', places: 'In which houses', publicContacts: 'Public numbers', contacts: 'Contacts', contact: 'Contact', phone: 'Phone', about: 'Called about', commune: 'Commune', village: 'Village', address: 'Address',
    wifi: 'Wi-Fi for residents', ssid: 'Name of the network', password: 'Wi-Fi password', zaloGroups: 'Zalo groups', pictures: 'Pictures', file: 'Picture', alt: 'Description of the picture', panorama: 'Panorama', producer: 'Maker', price: 'Price', payment: 'Account for payments', bank: 'Bank number', account: 'Account number', holder: 'Account holder', provenance: 'Source', confidence: 'How far to trust it', source: 'Document or place', publisher: 'Publisher', publishedOn: 'Published on', capturedOn: 'Read on', sample: 'Sample data', id: 'Identifier', vi: 'Vietnamese', en: 'English', icon: 'Icon', type: 'Kind of file',
  },
  hint: {
    title: 'Short, as residents say it. For example: Làm giấy khai sinh cho con', alt: 'For who cannot see it: what the picture shows.', handling: 'Submit: the office keeps it. Show: taken home again.', onlyIf: 'A question; the paper shows only behind it.', amountVnd: 'Digits only, such as 5000. Empty when there is no single amount.', reviewBy: 'After this day the screen tells residents to ask the commune first.', searchTerms: 'Words that residents use when they search.', from: 'The first day it shows.', until: 'The last day it shows.', body: 'A box for each paragraph.', password: 'Empty for an open network.', bank: 'Six digits, as at Napas.',
  },
  option: {
    confidence: { verified: 'Checked', recalled: 'From memory', uncertain: 'Not sure' }, handling: { submit: 'Submit', show: 'Only show' }, role: { current: 'Current', related: 'Related', replaced: 'Replaced' }, status: { 'in-force': 'In force', expired: 'Expired', replaced: 'Replaced', withdrawn: 'Withdrawn' }, urgency: { normal: 'Normal', important: 'Important', emergency: 'Emergency' },
    kind: { counter: 'Counter', online: 'Online', police: 'Police', post: 'Post', 'at-home': 'At home', other: 'Other', 'village-head': 'Village head', 'digital-team': 'Digital team', commune: 'Commune office', emergency: 'Emergency', hotline: 'Hotline' },
  },
};
