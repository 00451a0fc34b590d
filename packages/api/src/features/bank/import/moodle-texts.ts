import { createHash } from 'node:crypto';
import { childOf, childrenOf, wordsOf, type XmlElement } from '../../../xml.ts';
import { type Markup, toMarkdown } from './markup.ts';
import { type Part, textsOf } from './parts.ts';
import type { ProblemCode, Reading } from './types.ts';

const MARKUPS: Record<string, Markup> = {
  html: 'html',
  markdown: 'markdown',
  plain_text: 'plain',
  moodle_auto_format: 'auto',
};
const PICTURES = /\.(?:png|jpe?g|gif|webp|avif)$/i;
const MOST_BYTES = 5_000_000;

/** The texts of one question in Moodle XML, as Markdown, with the pictures they embed. */
export class MoodleTexts {
  readonly element: XmlElement;
  readonly reading: Reading;

  constructor(element: XmlElement, reading: Reading) {
    this.element = element;
    this.reading = reading;
  }

  /** Names something that is not carried. */
  problem(code: ProblemCode, params: Record<string, string | number> = {}): void {
    this.reading.problem(this.element.line, code, params);
  }

  /** The prompt and the general feedback, with these parts. */
  all(parts: Readonly<Record<string, Part>> = {}, prompt = this.read(childOf(this.element, 'questiontext'))) {
    const explanation = this.read(childOf(this.element, 'generalfeedback'));
    return { [this.reading.language]: textsOf(prompt, explanation, parts) };
  }

  /** An element's text as Markdown; without a format of its own it has the one given. */
  read(element: XmlElement | undefined, fallback: Markup = 'html'): string {
    if (!element) return '';
    const markup = MARKUPS[element.attributes.format ?? ''] ?? fallback;
    return toMarkdown(this.withPictures(element, wordsOf(element)), markup);
  }

  /** The answers of the question, each with its weight in percent, its words and its feedback. */
  answers(): { share: number; text: string; raw: string; feedback: string; element: XmlElement }[] {
    return childrenOf(this.element, 'answer').map((element) => ({
      element,
      share: Number(element.attributes.fraction ?? 0) || 0,
      text: this.read(element, MARKUPS[element.attributes.format ?? ''] ?? 'auto'),
      raw: wordsOf(element),
      feedback: this.read(childOf(element, 'feedback')),
    }));
  }

  /** What most types share and the bank has no place for. */
  nameWhatIsLeft(): void {
    const { element } = this;
    const grade = Number(wordsOf(element, 'defaultgrade') || 1);
    if (grade !== 1) this.problem('gradeLeft', { grade });
    if (wordsOf(element, 'hidden') === '1') this.problem('hiddenLeft');
    const combined = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];
    if (combined.some((name) => isOwnWords(wordsOf(element, name)))) this.problem('combinedFeedbackLeft');
  }

  private withPictures(element: XmlElement, html: string): string {
    let text = html;
    for (const file of childrenOf(element, 'file')) {
      const name = file.attributes.name ?? '';
      const fileId = this.keep(name, file);
      if (fileId === null) continue;
      for (const written of new Set([name, encodeURIComponent(name), encodeURI(name)]))
        text = text.replaceAll(`@@PLUGINFILE@@/${written}`, `/api/files/${fileId}`);
    }
    if (/<img[^>]+src\s*=\s*["']?https?:/i.test(text)) this.reading.problem(element.line, 'imageElsewhere');
    return text;
  }

  private keep(name: string, file: XmlElement): string | null {
    const bytes = Buffer.from(file.text.replace(/\s+/g, ''), 'base64');
    if (!PICTURES.test(name) || bytes.length === 0 || bytes.length > MOST_BYTES) {
      this.reading.problem(file.line, 'fileLeft', { name });
      return null;
    }
    const fileId = idOfBytes(bytes);
    this.reading.pictures.push({ fileId, name: name.replace(/^.*[/\\]/, '').slice(0, 200), bytes });
    return fileId;
  }
}

/** An id that follows from the bytes, in the shape of an id of ours. */
function idOfBytes(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return [8, 4, 4, 4, 12]
    .map((length, at, all) => {
      const from = all.slice(0, at).reduce((sum, one) => sum + one, 0);
      return hash.slice(from, from + length);
    })
    .join('-');
}

/** Moodle writes these three itself where authors leave them: they say nothing. */
function isOwnWords(text: string): boolean {
  const words = text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words !== '' && !/^Your answer is (?:correct|partially correct|incorrect)\.$/i.test(words);
}
