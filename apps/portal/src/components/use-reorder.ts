'use client';

import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';

/**
 * A list whose rows change places by buttons, by Alt with an arrow from any of them, or by dragging where there is a
 * mouse. A button keeps the focus where its row now stands: give it `data-move` of the row's key and -1 or 1.
 */
export function useReorder<List extends HTMLElement>(
  keys: readonly string[],
  onMove: (order: string[], moved: { key: string; to: number }) => void,
) {
  const list = useRef<List>(null);
  const [dragged, setDragged] = useState<string | null>(null);

  function move(key: string, to: number) {
    const rest = keys.filter((one) => one !== key);
    onMove([...rest.slice(0, to), key, ...rest.slice(to)], { key, to });
  }

  function step(key: string, by: -1 | 1) {
    const to = keys.indexOf(key) + by;
    if (to < 0 || to >= keys.length) return;
    move(key, to);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-move="${key}:${by}"]`)?.focus(),
    );
  }

  const row = (key: string, index: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      setDragged(key);
    },
    onDragEnd: () => setDragged(null),
    onDragOver: (event: DragEvent) => {
      if (dragged !== null) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged !== null && dragged !== key) move(dragged, index);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      step(key, event.key === 'ArrowUp' ? -1 : 1);
    },
  });

  return { list, dragged, row, step };
}
