import { html } from 'hono/html';
import { type Account, type ApiKey, type AuditEntry, ROLES, type Role } from '../../model/index.ts';
import { field, type Html } from './layout.ts';

const day = (instant: string | null): string => (instant == null ? '–' : instant.slice(0, 10));
const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

const choice = (roles: readonly Role[], chosen: Role, id: string): Html => html`
<select name="role" id="${id}" aria-label="Role">${roles.map(
  role => html`<option value="${role}" ${role === chosen ? 'selected' : ''}>${role}</option>`,
)}</select>`;

/** A form of one button. */
const button = (action: string, fields: Readonly<Record<string, string>>, words: string): Html => html`
<form method="post" action="/account/${action}">${Object.entries(fields).map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
)}<button class="plain">${words}</button></form>`;

/** API keys, and a form for a new one. */
export const keysPart = (keys: readonly ApiKey[], roles: readonly Role[]): Html => html`
<h2>API keys</h2>
${
  keys.length === 0
    ? html`<p class="soft">None yet. A key lets a program or a feed reader ask in your name.</p>`
    : html`<div class="scroll"><table><thead><tr><th>Name</th><th>Begins with</th><th>Whose</th><th>Role</th><th>Made</th><th>Last used</th><th>Ends</th><th></th></tr></thead><tbody>
${keys.map(
  key => html`<tr><td>${key.name}</td><td><code>${key.start}…</code></td><td>${key.accountName}</td><td>${key.role}</td>
<td>${day(key.made)}</td><td>${day(key.lastUsed)}</td><td>${day(key.expires)}</td><td>${button('revoke-key', { id: key.id }, 'Revoke')}</td></tr>`,
)}</tbody></table></div>`
}
<form method="post" action="/account/add-key"><div class="row">
${field({ name: 'name', label: 'What it is for', type: 'text', autocomplete: 'off' })}
<div class="field"><label for="key-role">Role</label>${choice(roles, 'viewer', 'key-role')}</div>
${field({ name: 'days', label: 'Days it lasts', type: 'number', autocomplete: 'off', optional: true })}
<button>Make a key</button>
</div></form>`;

/** Everybody who may sign in, and a form for somebody new. */
export const peoplePart = (people: readonly Account[]): Html => html`
<h2>People</h2>
<div class="scroll"><table><thead><tr><th>Name</th><th>E-mail</th><th>Role</th><th>Last here</th><th>Private persons</th><th></th></tr></thead><tbody>
${people.map(
  person => html`<tr><td>${person.name}${person.disabled ? html` <span class="soft">(out)</span>` : ''}</td><td>${person.email}</td>
<td><form method="post" action="/account/role"><input type="hidden" name="id" value="${person.id}">${choice(ROLES, person.role, `role-${person.id}`)}<button class="plain">Set</button></form></td>
<td>${person.claimed ? day(person.lastSeen) : 'not yet come in'}</td>
<td>${person.withhold ? 'masked' : 'shown'} ${button('withhold', { id: person.id, to: person.withhold ? 'shown' : 'masked' }, person.withhold ? 'Show' : 'Mask')}</td>
<td>${button('link', { id: person.id }, 'New link')}${button('disabled', { id: person.id, to: person.disabled ? 'in' : 'out' }, person.disabled ? 'Let in' : 'Shut out')}</td></tr>`,
)}</tbody></table></div>
<form method="post" action="/account/add-person"><div class="row">
${field({ name: 'name', label: 'Name', type: 'text', autocomplete: 'off' })}
${field({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'off' })}
<div class="field"><label for="new-role">Role</label>${choice(ROLES, 'viewer', 'new-role')}</div>
<button>Add a person</button>
</div></form>`;

/** The newest entries of the audit log. */
export const auditTable = (entries: readonly AuditEntry[]): Html => html`
<h2>What was done</h2>
<div class="scroll"><table><thead><tr><th>When (UTC)</th><th>Who</th><th>What</th><th></th></tr></thead><tbody>
${entries.map(
  entry => html`<tr><td>${minute(entry.at)}</td><td>${entry.byName}</td><td>${entry.action}</td>
<td class="soft"><code>${Object.entries(entry.detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')}</code></td></tr>`,
)}</tbody></table></div>`;
