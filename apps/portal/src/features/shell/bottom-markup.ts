import { type Markup, markup } from '#components/markup.ts';
import type { FrameWords } from './frame-words.ts';
import { personPanelId } from './person-panel-id.ts';
import { type Section, sectionPaths } from './sections.ts';

const AT_ONCE = 4;

const item =
  'flex h-12 w-full items-center justify-center border-b-3 border-transparent px-1 text-sm font-medium text-ink-2';
const moreItem =
  'flex w-full items-center justify-between rounded-md px-3 py-2.5 text-left font-medium text-ink-2 hover:bg-wash';

/** The navigation of a narrow screen: the first sections along the bottom, the rest behind one more. */
export function bottomMarkup(unread: number, sections: readonly Section[], { t }: FrameWords): Markup {
  const others = sections.slice(AT_ONCE).map(({ key, label }) => moreLink(sectionPaths[key], label));
  const notifications = moreLink('/notifications', t('notifications.title'), unread);
  return markup`<ul class="flex">${sections.slice(0, AT_ONCE).map(sectionLink)}<li class="flex-1"><button type="button" popovertarget="more-panel" class="${item}">${t('shell.more')}</button></li></ul><div id="more-panel" popover="auto" class="fixed inset-auto bottom-[calc(var(--marking-height)+var(--bottom-bar-height)+8px)] right-3 m-0 w-64 rounded-lg border border-line-strong bg-raised p-2 text-ink shadow-float"><ul>${others}${notifications}<li><button type="button" data-palette="" class="${moreItem}">${t('palette.label')}</button></li><li><button type="button" popovertarget="${personPanelId}" class="${moreItem}">${t('shell.personMenu.open')}</button></li></ul></div>`;
}

function sectionLink({ key, label, here }: Section): Markup {
  return markup`<li class="flex-1"><a href="${sectionPaths[key]}" data-section=""${here && markup` aria-current="page"`} class="${item} aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:border-accent">${label}</a></li>`;
}

function moreLink(href: string, label: string, count = 0): Markup {
  return markup`<li><a href="${href}" class="${moreItem}">${label}${count > 0 && markup`<span class="text-xs text-ink-3">${count}</span>`}</a></li>`;
}
