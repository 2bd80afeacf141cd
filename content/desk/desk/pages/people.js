// Who works here: inviting, disabling, and judging the keys they sign with. For administrators.

import { get, get_list, post } from '../api.js';
import { h, put } from '../dom.js';
import { day, moment, say } from '../lang.js';
import { account, has_role } from '../session.js';
import { ask, banner, button, chip, empty, heading, input, labelled, section, table, text, working_button } from '../ui.js';
import { key_chip, short_id } from './keys.js';

const ROLES = ['author', 'reviewer', 'admin'];

/** The link is shown once: the server keeps only its hash. */
function link_shown(answer) {
  const address = new URL(answer.path, location.origin).href;
  const box = input({ id: 'invite-link', readonly: true, value: address });
  const done = h('span', { class: 'hint', role: 'status' });
  const copy = async () => {
    box.select();
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      document.execCommand('copy');
    }
    put(done, say('people.copied'));
  };
  return banner('good', say('people.invited'), labelled(say('people.link'), say('people.linkHint', { day: day(answer.expires) }), (more) => { box.setAttribute('aria-describedby', more['aria-describedby']); return box; }, { id: 'invite-link' }),
    h('div', { class: 'actions' }, button(say('people.copy'), copy, { kind: 'primary' }), done));
}

function invite_part() {
  const result = h('div', {});
  const name = input({ id: 'invite-name', maxlength: 80, autocomplete: 'off' });
  const commune = account().commune ? null : input({ id: 'invite-commune', inputmode: 'numeric', maxlength: 5 });
  const boxes = ROLES.map((role) => h('label', { class: 'tick' }, h('input', { type: 'checkbox', value: role, checked: role === 'author' }), h('span', {}, h('strong', {}, say(`role.${role}`)), ' ', h('span', { class: 'hint' }, say(`roleDoes.${role}`)))));
  const press = async () => {
    const roles = boxes.map((box) => box.firstChild).filter((box) => box.checked).map((box) => box.value);
    if (!name.value.trim() || !roles.length) {
      put(result, banner('danger', say('people.missing')));
      name.focus();
      return;
    }
    const answer = await post('/api/invitations', { displayName: name.value.trim(), roles, commune: commune ? commune.value.trim() : account().commune });
    name.value = '';
    put(result, link_shown(answer));
  };
  return h('div', { class: 'card' }, labelled(say('people.name'), say('people.nameHint'), (more) => { name.setAttribute('aria-describedby', more['aria-describedby']); return name; }, { id: 'invite-name' }),
    commune ? labelled(say('people.commune'), null, () => commune, { id: 'invite-commune' }) : null,
    h('fieldset', {}, h('legend', {}, say('people.roles')), boxes),
    h('div', { class: 'actions' }, working_button(say('people.invite'), press, { kind: 'primary', sign: 'plus', problem: result })), result);
}

async function set_enabled(context, person, enabled) {
  if (!enabled) {
    const yes = await ask({ title: say('people.disableTitle', { who: person.displayName }), words: say('people.disableWords'), yes: say('people.disableDo'), kind: 'danger' });
    if (yes === undefined) return;
  }
  await post(`/api/people/${encodeURIComponent(person.id)}/${enabled ? 'enable' : 'disable'}`);
  context.reload();
}

function people_table(context, people, problem) {
  return table([
    { words: say('people.who'), of: (each) => [each.displayName, h('span', { class: 'hint' }, each.name)] },
    { words: say('people.does'), of: (each) => each.roles.map((role) => say(`role.${role}`)).join(', ') },
    { words: say('people.state'), of: (each) => (each.disabled ? chip('quiet', say('people.disabled'), 'stop') : chip('good', say('people.active'))) },
    { words: say('people.action'), of: (each) => (each.id === account().id ? say('people.you') : working_button(say(each.disabled ? 'people.enable' : 'people.disable'), () => set_enabled(context, each, Boolean(each.disabled)), { kind: 'small', problem, 'aria-label': say(each.disabled ? 'people.enableWho' : 'people.disableWho', { who: each.displayName }) })) },
  ], people);
}

async function judge(context, key, what) {
  const words = { label: key.label, who: key.who, id: short_id(key.keyId) };
  const yes = await ask({ title: say(`people.${what}Title`, words), words: say(`people.${what}Words`, words), yes: say(`people.${what}Do`), kind: what === 'revoke' ? 'danger' : 'primary' });
  if (yes === undefined) return;
  await post(`/api/keys/${encodeURIComponent(key.id)}/${what}`);
  context.reload();
}

function key_buttons(context, key, problem) {
  if (key.who === account().displayName || key.accountId === account().id || key.account === account().id) return say('people.ownKey');
  const made = (what, kind) => working_button(say(`people.${what}Do`), () => judge(context, key, what), { kind: 'small', problem, sign: kind, 'aria-label': say(`people.${what}Title`, { label: key.label, who: key.who }) });
  return h('div', { class: 'item-buttons' }, key.state === 'enrolled' ? made('approve', 'check') : null, key.state === 'revoked' ? null : made('revoke', 'bin'));
}

function keys_table(context, keys, problem) {
  if (!keys.length) return empty(say('people.noKeys'));
  return table([
    { words: say('people.key'), of: (key) => [key.label, h('span', { class: 'hint' }, short_id(key.keyId))] },
    { words: say('people.who'), of: (key) => key.who },
    { words: say('people.state'), of: (key) => [key_chip(key.state), key.at || key.enrolledAt ? h('span', { class: 'hint' }, moment(key.at ?? key.enrolledAt)) : null] },
    { words: say('people.action'), of: (key) => key_buttons(context, key, problem) },
  ], keys);
}

/** What the province's machine needs to delegate to these keys, as one file. */
function delegation_part(problem) {
  const code = input({ id: 'delegation-commune', inputmode: 'numeric', maxlength: 5, value: account().commune ?? '' });
  const press = async () => {
    const file = await get(`/api/delegations/${encodeURIComponent(code.value.trim())}`);
    const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
    const anchor = h('a', { href: address, download: `commune-${code.value.trim()}.json` });
    anchor.click();
    URL.revokeObjectURL(address);
  };
  return section(say('people.delegation'), h('div', { class: 'card' }, text(say('people.delegationWhat')), labelled(say('people.commune'), null, () => code, { id: 'delegation-commune' }), h('div', { class: 'actions' }, working_button(say('people.delegationDo'), press, { problem }))));
}

export async function show(context) {
  const [people, keys] = await Promise.all([get_list('/api/people'), get_list('/api/keys')]);
  const problem = h('div', {});
  return h('div', {}, heading(say('people.title'), say('people.below')), problem,
    section(say('people.keys'), text(say('people.keysWhat')), keys_table(context, keys, problem)),
    section(say('people.all'), people_table(context, people, problem)),
    section(say('people.inviteTitle'), invite_part()),
    has_role('operator') ? delegation_part(problem) : null);
}
