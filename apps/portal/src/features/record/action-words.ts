import { getTranslations } from 'next-intl/server';

/** Puts an action of the record into words; one that has none yet is shown by its name. */
export async function actionWords(): Promise<(action: string) => string> {
  const t = await getTranslations('record.actions');
  return (action) => {
    const key = action.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase()) as 'personInvite';
    return t.has(key) ? t(key) : action;
  };
}
