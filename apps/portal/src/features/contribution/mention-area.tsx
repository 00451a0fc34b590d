'use client';

import { type Mentioned, mentionLabel } from '@concord/api/features/contributions/rules';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useMentionable } from './use-mentionable.ts';

type Props = {
  threadId: string;
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  people: readonly Mentioned[];
  onMention: (person: Mentioned) => void;
  onSend: () => void;
  area: RefObject<HTMLTextAreaElement | null>;
  error?: string | null;
};

/** A text to write, in which "@" offers the people who may read it: arrows choose, Enter takes, Escape closes. */
export function MentionArea(props: Props) {
  const t = useTranslations('contribution');
  const id = useId();
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const found = useMentionable(props.threadId, query);
  const open = query !== null && found !== null;
  const current = open ? found[active] : undefined;

  function look() {
    const { area } = props;
    const before = area.current?.value.slice(0, area.current.selectionStart) ?? '';
    const typed = /(?:^|[\s(])@([\p{L}\p{M}'’ -]{0,40})$/u.exec(before)?.[1] ?? null;
    if (typed !== query) setActive(0);
    setQuery(typed);
  }

  function take(person: Mentioned) {
    const element = props.area.current;
    if (!element || query === null) return;
    const end = element.selectionStart;
    const start = end - query.length - 1;
    const known = [...props.people.filter((one) => one.id !== person.id), person];
    const words = `@[${mentionLabel(person, known)}] `;
    props.onMention(person);
    props.onChange(props.value.slice(0, start) + words + props.value.slice(end));
    setQuery(null);
    requestAnimationFrame(() => element.setSelectionRange(start + words.length, start + words.length));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      props.onSend();
    } else if (open && handleList(event)) event.preventDefault();
  }

  function handleList(event: KeyboardEvent): boolean {
    const count = found?.length ?? 0;
    if (event.key === 'Escape') setQuery(null);
    else if (count === 0) return false;
    else if (event.key === 'ArrowDown') setActive((active + 1) % count);
    else if (event.key === 'ArrowUp') setActive((active - 1 + count) % count);
    else if ((event.key === 'Enter' || event.key === 'Tab') && current) take(current);
    else return false;
    return true;
  }

  return (
    <div className="relative">
      <textarea
        dir="auto"
        ref={props.area}
        id={`field-${props.name}`}
        aria-label={props.label}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        role="combobox"
        rows={6}
        placeholder={t('placeholder')}
        value={props.value}
        onChange={(event) => {
          props.onChange(event.target.value);
          requestAnimationFrame(look);
        }}
        onKeyDown={onKeyDown}
        onClick={look}
        onBlur={() => setTimeout(() => setQuery(null), 150)}
        className="field-sizing-content block max-h-[60vh] min-h-36 w-full rounded-md border border-line-field bg-paper px-3 py-2 placeholder:text-ink-3 aria-invalid:border-bad"
      />
      {props.error ? (
        <p id={`${id}-error`} className="mt-1 text-sm font-semibold text-bad">
          {props.error}
        </p>
      ) : null}
      {open ? (
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('people')}
          className="absolute inset-x-0 top-full z-20 mt-1 max-w-form rounded-lg border border-line-strong bg-raised p-1 shadow-float"
        >
          {found.length === 0 ? <p className="px-3 py-2 text-sm text-ink-2">{t('noPeople')}</p> : null}
          {found.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => {
                event.preventDefault();
                take(person);
              }}
              className="cursor-pointer rounded-md px-3 py-1.5 font-medium hover:bg-wash aria-selected:bg-accent-wash aria-selected:text-accent"
            >
              {person.name} <span className="text-sm text-ink-3">{person.party}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
