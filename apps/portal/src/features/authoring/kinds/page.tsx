'use client';

import { useTranslations } from 'next-intl';
import { TextEditor } from '../text-editor.tsx';
import type { KindProps } from './kind-editor.ts';

/** A page is its text. */
export function PageEditor(props: KindProps) {
  const t = useTranslations('authoring.text');
  return <TextEditor {...props} label={t('page')} />;
}
