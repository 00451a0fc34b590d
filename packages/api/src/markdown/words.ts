export type CalloutKind = 'note' | 'tip' | 'warning' | 'important';

type Words = Record<CalloutKind, string> & {
  table: string;
  footnotes: string;
  backToText: string;
  code: string;
};

const en: Words = {
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
  important: 'Important',
  table: 'Table',
  footnotes: 'Footnotes',
  backToText: 'Back to the text',
  code: 'Code',
};

/** The few words the renderer itself writes, by language of the text around them. */
const WORDS: Record<string, Words> = {
  en,
  fr: {
    note: 'À noter',
    tip: 'Conseil',
    warning: 'Attention',
    important: 'Important',
    table: 'Tableau',
    footnotes: 'Notes',
    backToText: 'Retour au texte',
    code: 'Code',
  },
  de: {
    note: 'Hinweis',
    tip: 'Tipp',
    warning: 'Achtung',
    important: 'Wichtig',
    table: 'Tabelle',
    footnotes: 'Fußnoten',
    backToText: 'Zurück zum Text',
    code: 'Code',
  },
  pl: {
    note: 'Uwaga',
    tip: 'Wskazówka',
    warning: 'Ostrzeżenie',
    important: 'Ważne',
    table: 'Tabela',
    footnotes: 'Przypisy',
    backToText: 'Wróć do tekstu',
    code: 'Kod',
  },
  tr: {
    note: 'Not',
    tip: 'İpucu',
    warning: 'Uyarı',
    important: 'Önemli',
    table: 'Tablo',
    footnotes: 'Dipnotlar',
    backToText: 'Metne dön',
    code: 'Kod',
  },
};

/** Words for a BCP 47 tag, English where we have none. */
export function wordsFor(language: string): Words {
  return WORDS[language.split('-')[0]?.toLowerCase() ?? ''] ?? en;
}
