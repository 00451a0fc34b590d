import { type Markup, markup } from '#components/markup.ts';
import type { Shell } from '#trpc/shell.ts';
import { bellIcon, mark, searchIcon, upDownIcon } from './frame-icons.ts';
import type { FrameWords } from './frame-words.ts';
import { personPanelId } from './person-panel-id.ts';
import { type Section, sectionPaths } from './sections.ts';

const iconButton = 'grid size-8 place-items-center rounded-md text-ink-2 hover:bg-paper hover:text-ink';

/** The left column: our name with search and notifications beside it, the sections, and who is signed in. */
export function sideMarkup(shell: Shell, sections: readonly Section[], words: FrameWords): Markup {
  return markup`${brand(shell.unreadNotifications, words)}<nav aria-label="${words.t('shell.navigation')}"><ul class="flex flex-col gap-0.5">${sections.map(sectionLink)}</ul></nav>${person(shell, words)}`;
}

function brand(unread: number, { t }: FrameWords): Markup {
  const label = t('palette.label');
  return markup`<div class="flex items-center justify-between pb-4"><a href="/" class="flex items-center gap-2 rounded-md px-2.5 py-1 text-lg font-bold tracking-[-0.01em]">${mark}${t('shell.productName')}</a><span class="flex"><button type="button" data-palette="" aria-label="${label}" aria-keyshortcuts="Control+K" title="${label} (${t('palette.shortcut')})" class="${iconButton}">${searchIcon}</button>${notifications(unread, t('notifications.unread', { count: unread }))}</span></div>`;
}

function notifications(unread: number, label: string): Markup {
  return markup`<a href="/notifications" aria-label="${label}" title="${label}" class="relative ${iconButton}">${bellIcon}${
    unread > 0 &&
    markup`<span aria-hidden="true" class="absolute -right-0.5 top-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] font-bold leading-4 text-accent-ink">${unread > 99 ? '99+' : unread}</span>`
  }</a>`;
}

function sectionLink({ key, label, count, waiting, here }: Section): Markup {
  return markup`<li><a href="${sectionPaths[key]}" data-section=""${here && markup` aria-current="page"`} class="flex items-center justify-between rounded-md px-2.5 py-[7px] font-medium text-ink-2 hover:bg-paper hover:text-ink aria-[current]:bg-paper aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:inset-ring-1 aria-[current]:inset-ring-line-strong"><span class="flex items-center gap-2">${label}<span aria-hidden="true" class="link-pending"></span></span>${
    count > 0 &&
    markup`<span class="text-xs font-medium text-ink-3"><span aria-hidden="true">${count}</span><span class="sr-only">, ${waiting}</span></span>`
  }</a></li>`;
}

/** At the foot; opens the person's settings. */
function person({ person: { name, appointments, party } }: Shell, { t, locale }: FrameWords): Markup {
  const [first] = appointments;
  const whose = party[locale];
  const role = first ? t('shell.roleOf', { role: roleName(t, first.role), party: whose }) : whose;
  return markup`<div class="mt-auto border-t border-line pt-2.5"><button type="button" popovertarget="${personPanelId}" class="flex w-full items-center justify-between gap-2 rounded-md px-2.5 py-1.5 text-left text-sm leading-[1.35] text-ink-2 hover:bg-paper"><span class="min-w-0"><b class="block text-ink wrap-anywhere">${name}</b><span class="block wrap-anywhere">${role}</span>${
    first?.of && markup`<span class="block wrap-anywhere">${first.of[locale]}</span>`
  }</span><span class="sr-only">${t('shell.personMenu.open')}</span>${upDownIcon}</button></div>`;
}

/** The name of a role, or the role itself where the portal has no word for it yet. */
function roleName(t: FrameWords['t'], role: string): string {
  const key = `shell.roles.${role}` as 'shell.roles.delegate';
  return t.has(key) ? t(key) : role;
}
