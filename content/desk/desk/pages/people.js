// Who works here: inviting, disabling, and judging the keys they sign with. For administrators.

import { get, get_list, post } from '../api.js';
import { h, put } from '../dom.js';
import { save_json } from '../json_files.js';
import { day, moment, say } from '../lang.js';
import { account, chooses_commune, commune, has_role, scoped } from '../session.js';
import {
  ask,
  banner,
  button,
  card,
  chip,
  empty,
  heading,
  input,
  labelled,
  section,
  table,
  text,
  working_button,
} from '../ui.js';
import { is_mine, key_chip, short_id } from './keys.js';

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
  return banner(
    'good',
    say('people.invited'),
    labelled(
      say('people.link'),
      say('people.linkHint', { day: day(answer.expires) }),
      (more) => {
        box.setAttribute('aria-describedby', more['aria-describedby']);
        return box;
      },
      { id: 'invite-link' },
    ),
    h('div', { class: 'actions' }, button(say('people.copy'), copy, { kind: 'primary' }), done),
  );
}

/** Ticks for what somebody does: {node, chosen()}. */
function role_boxes(roles, had) {
  const boxes = roles.map((role) => h('input', { type: 'checkbox', value: role, checked: had.includes(role) }));
  const words = (role) => [
    h('strong', {}, say(`role.${role}`)),
    ' ',
    h('span', { class: 'hint' }, say(`roleDoes.${role}`)),
  ];
  const ticks = boxes.map((box) => h('label', { class: 'tick' }, box, h('span', {}, words(box.value))));
  return {
    node: h('fieldset', {}, h('legend', {}, say('people.roles')), ticks),
    chosen: () => boxes.filter((box) => box.checked).map((box) => box.value),
  };
}

function invite_part() {
  const result = h('div', {});
  const name = input({ id: 'invite-name', maxlength: 80, autocomplete: 'off' });
  const where = chooses_commune()
    ? input({ id: 'invite-commune', inputmode: 'numeric', maxlength: 5, value: commune() })
    : null;
  const roles_part = role_boxes(has_role('operator') ? [...ROLES, 'operator'] : ROLES, ['author']);
  const press = async () => {
    const roles = roles_part.chosen();
    if (!name.value.trim() || !roles.length) {
      put(result, banner('danger', say('people.missing')));
      name.focus();
      return;
    }
    const answer = await post('/api/invitations', {
      displayName: name.value.trim(),
      roles,
      commune: where && !roles.includes('operator') ? where.value.trim() : account().commune,
    });
    name.value = '';
    put(result, link_shown(answer));
  };
  return h(
    'div',
    { class: 'card' },
    labelled(
      say('people.name'),
      say('people.nameHint'),
      (more) => {
        name.setAttribute('aria-describedby', more['aria-describedby']);
        return name;
      },
      { id: 'invite-name' },
    ),
    where ? labelled(say('people.commune'), null, () => where, { id: 'invite-commune' }) : null,
    roles_part.node,
    h(
      'div',
      { class: 'actions' },
      working_button(say('people.invite'), press, { kind: 'primary', sign: 'plus', problem: result }),
    ),
    result,
  );
}

async function set_enabled(context, person, enabled) {
  if (!enabled) {
    const yes = await ask({
      title: say('people.disableTitle', { who: person.displayName }),
      words: say('people.disableWords'),
      yes: say('people.disableDo'),
      kind: 'danger',
    });
    if (yes === undefined) return;
  }
  await post(`/api/people/${encodeURIComponent(person.id)}/${enabled ? 'enable' : 'disable'}`);
  context.reload();
}

async function new_password(person, problem) {
  const yes = await ask({
    title: say('people.renewTitle', { who: person.displayName }),
    words: say('people.renewWords'),
    yes: say('people.renewDo'),
  });
  if (yes === undefined) return;
  put(problem, link_shown(await post(`/api/people/${encodeURIComponent(person.id)}/new-password`)));
}

async function change_roles(context, person) {
  const part = role_boxes(ROLES, person.roles);
  const roles = await ask({
    title: say('people.rolesTitle', { who: person.displayName }),
    words: say('people.rolesWords'),
    yes: say('people.rolesDo'),
    field: {
      node: part.node,
      value: () => (part.chosen().length ? part.chosen() : undefined),
      missing: say('people.rolesMissing'),
    },
  });
  if (roles === undefined || roles.join() === person.roles.join()) return;
  await post(`/api/people/${encodeURIComponent(person.id)}/roles`, { roles });
  context.reload();
}

function person_buttons(context, each, problem) {
  if (each.id === account().id) return say('people.you');
  return h(
    'div',
    { class: 'item-buttons' },
    each.disabled || each.roles.includes('operator')
      ? null
      : working_button(say('people.rolesChange'), () => change_roles(context, each), {
          kind: 'small',
          problem,
          'aria-label': say('people.rolesTitle', { who: each.displayName }),
        }),
    working_button(
      say(each.disabled ? 'people.enable' : 'people.disable'),
      () => set_enabled(context, each, Boolean(each.disabled)),
      {
        kind: 'small',
        problem,
        'aria-label': say(each.disabled ? 'people.enableWho' : 'people.disableWho', { who: each.displayName }),
      },
    ),
    each.disabled
      ? null
      : working_button(say('people.renewDo'), () => new_password(each, problem), {
          kind: 'small',
          problem,
          'aria-label': say('people.renewWho', { who: each.displayName }),
        }),
  );
}

function people_table(context, people, problem) {
  return table(
    [
      { words: say('people.who'), of: (each) => [each.displayName, h('span', { class: 'hint' }, each.name)] },
      { words: say('people.does'), of: (each) => each.roles.map((role) => say(`role.${role}`)).join(', ') },
      {
        words: say('people.state'),
        of: (each) =>
          each.disabled ? chip('quiet', say('people.disabled'), 'stop') : chip('good', say('people.active')),
      },
      { words: say('people.action'), of: (each) => person_buttons(context, each, problem) },
    ],
    people,
  );
}

async function judge(context, key, what) {
  const words = { label: key.label, who: key.owner?.displayName ?? '', id: short_id(key.keyId) };
  const yes = await ask({
    title: say(`people.${what}Title`, words),
    words: say(`people.${what}Words`, words),
    yes: say(`people.${what}Do`),
    kind: what === 'revoke' ? 'danger' : 'primary',
  });
  if (yes === undefined) return;
  await post(`/api/keys/${encodeURIComponent(key.id)}/${what}`);
  context.reload();
}

/** The public half alone, for a role that people of no one commune hold: emergency. */
function half_button(key) {
  const name = `${key.keyId.slice(0, 8)}.pub.json`;
  return button(say('people.half'), () => save_json(name, key.publicKey), {
    kind: 'small',
    'aria-label': say('people.halfOf', { label: key.label, who: key.owner?.displayName ?? '' }),
  });
}

function key_buttons(context, key, problem) {
  const half = has_role('operator') && ['approved', 'delegated'].includes(key.state) ? half_button(key) : null;
  if (is_mine(key)) return half ?? say('people.ownKey');
  const made = (what, kind) =>
    working_button(say(`people.${what}Do`), () => judge(context, key, what), {
      kind: 'small',
      problem,
      sign: kind,
      'aria-label': say(`people.${what}Title`, { label: key.label, who: key.owner?.displayName ?? '' }),
    });
  return h(
    'div',
    { class: 'item-buttons' },
    key.state === 'enrolled' ? made('approve', 'check') : null,
    key.state === 'revoked' ? null : made('revoke', 'bin'),
    half,
  );
}

function keys_table(context, keys, problem) {
  if (!keys.length) return empty(say('people.noKeys'));
  return table(
    [
      { words: say('people.key'), of: (key) => [key.label, h('span', { class: 'hint' }, short_id(key.keyId))] },
      { words: say('people.who'), of: (key) => key.owner?.displayName ?? '' },
      {
        words: say('people.state'),
        of: (key) => [
          key_chip(key.state),
          h('span', { class: 'hint' }, say(`key.heldBy.${key.heldBy}`)),
          h('span', { class: 'hint' }, moment(key.enrolledAt)),
          key.stillDelegated ? h('span', { class: 'hint' }, say('key.stillDelegated')) : null,
        ],
      },
      { words: say('people.action'), of: (key) => key_buttons(context, key, problem) },
    ],
    keys,
  );
}

async function change_rule(context, wantsTool) {
  const name = wantsTool ? 'toolWant' : 'toolStop';
  const yes = await ask({
    title: say(`people.${name}Title`),
    words: say(`people.${name}Words`),
    yes: say(`people.${name}Do`),
  });
  if (yes === undefined) return;
  await post('/api/signing-rule', { wantsTool, commune: commune() });
  context.reload();
}

/** Whether one of the signatures has to come from a command line, where no page of this server is in between. */
function rule_part(context, { wantsTool }) {
  const problem = h('div', {});
  const words = say(wantsTool ? 'people.toolStopDo' : 'people.toolWantDo');
  return section(
    say('people.tool'),
    card(
      text(say(wantsTool ? 'people.toolOn' : 'people.toolOff')),
      problem,
      h('div', { class: 'actions' }, working_button(words, () => change_rule(context, !wantsTool), { problem })),
    ),
  );
}

/** What the province's machine needs to delegate to these keys, as one file. */
function delegation_part(problem) {
  const code = input({ id: 'delegation-commune', inputmode: 'numeric', maxlength: 5, value: commune() });
  const press = async () => {
    const file = await get(`/api/delegations/${encodeURIComponent(code.value.trim())}`);
    save_json(`commune-${code.value.trim()}.json`, file);
  };
  return section(
    say('people.delegation'),
    h(
      'div',
      { class: 'card' },
      text(say('people.delegationWhat')),
      labelled(say('people.commune'), null, () => code, { id: 'delegation-commune' }),
      h('div', { class: 'actions' }, working_button(say('people.delegationDo'), press, { problem })),
    ),
  );
}

export async function show(context) {
  const [people, keys, rule] = await Promise.all([
    get_list(scoped('/api/people')),
    get_list(scoped('/api/keys')),
    commune() ? get(scoped('/api/signing-rule')) : null,
  ]);
  const problem = h('div', {});
  return h(
    'div',
    {},
    heading(say('people.title'), say('people.below')),
    problem,
    section(say('people.keys'), text(say('people.keysWhat')), keys_table(context, keys, problem)),
    rule ? rule_part(context, rule) : null,
    section(say('people.all'), text(say('people.leftWhat')), people_table(context, people, problem)),
    section(say('people.inviteTitle'), invite_part()),
    has_role('operator') ? delegation_part(problem) : null,
  );
}
