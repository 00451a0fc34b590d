import type { ParagraphSeed } from './types.ts';

const heading = (key: string, words: string): ParagraphSeed => ({ key, kind: 'heading', words });
const item = (key: string, words: string): ParagraphSeed => ({ key, kind: 'item', words });
const paragraph = (key: string, words: string): ParagraphSeed => ({ key, words });

/** The first version of the guidance on ransom: every section of it, as the secretariat drew it. */
export const ransomWords: readonly ParagraphSeed[] = [
  heading('why', 'Why this guidance'),
  paragraph(
    'why-common',
    'Public bodies of all Allies are asked for ransom, and each has so far been left to find its own answer.',
  ),
  paragraph(
    'why-one',
    'An answer that differs from one town to the next teaches those who ask where to ask again.',
  ),
  paragraph(
    'why-two-pages',
    'This guidance is written to be read in one sitting, before anything happens, by those who will have to decide.',
  ),
  paragraph(
    'why-law',
    'It replaces no law. Where national law says more, the law is followed; where it says less, this guidance is offered.',
  ),
  heading('whom', 'Whom it is for'),
  paragraph('whom-bodies', 'It is for ministries, municipalities, schools, hospitals, ports and courts.'),
  paragraph(
    'whom-owned',
    'A company that a public body owns by more than half is treated as that body [would be|GAL,ORL].',
  ),
  paragraph('whom-private', 'Private companies may use it. Nothing in it is addressed to them.'),
  heading('pay', 'To pay or not'),
  paragraph('pay-rule', 'Public bodies do not pay[, without exception|RYN,BRN,ARD].'),
  paragraph(
    'pay-life',
    'Where a life is at risk, [the minister|RYN,ARD][the director of the body|GAL,HAL,VES] decides, and writes down why.',
  ),
  paragraph('pay-others', 'A body does not let others pay in its place: no insurer, no supplier, no friend.'),
  paragraph('pay-insurer', 'A policy of insurance that pays a ransom is not bought again when it ends.'),
  paragraph('pay-talk', 'To talk with those who ask is not to pay. It is done by the police, or not at all.'),
  paragraph('pay-time', 'A body that needs time may say so through the police; it promises nothing.'),
  heading('ready', 'Before it happens'),
  paragraph(
    'ready-name',
    'Each body names two people who decide, and two who decide when those cannot be reached.',
  ),
  paragraph('ready-print', 'Their numbers are on paper, in a place that needs no computer to be found.'),
  paragraph(
    'ready-copies',
    'What the body cannot work without is copied each night, and one copy is kept where no network reaches it.',
  ),
  paragraph(
    'ready-restore',
    'Copies are brought back once in each half-year, by somebody who did not make them.',
  ),
  paragraph('ready-list', 'The body keeps a list of its systems, with the hour by which each must be back:'),
  item('ready-list-life', 'those on which a life depends, within [four|NOR,FEN][eight|MEL,TAR] hours;'),
  item('ready-list-money', 'those by which wages and benefits are paid, within two days;'),
  item('ready-list-rest', 'all others, in an order that is written down.'),
  paragraph('ready-walk', 'Once a year the deciders walk through a bad day, with paper and a clock.'),
  paragraph('ready-press', 'What is said to the public is drafted then, and not on the day.'),
  heading('hour', 'The first hour'),
  paragraph('hour-cut', 'What is struck is taken off the network and left switched on.'),
  paragraph('hour-note', 'Somebody writes down what is seen and what is done, with the time.'),
  paragraph('hour-call', 'The deciders are called by telephone, from the list on paper.'),
  paragraph('hour-touch', 'Nobody answers a message of those who ask, nor opens what they send.'),
  paragraph(
    'hour-team',
    'The national team is told within [two|NOR,RYN,FEN][six|CAL,ISK][twenty-four|MEL] hours of the first sign.',
  ),
  heading('day', 'The first day'),
  paragraph(
    'day-work',
    'The body goes on by hand where it can. Hospitals say which patients they send elsewhere.',
  ),
  paragraph('day-police', 'The police are told, and given what was written down.'),
  paragraph(
    'day-people',
    'Those whose data may be in other hands are told what is known, in words they understand.',
  ),
  paragraph('day-supplier', 'Suppliers with a way into the network are called, and the way is closed.'),
  paragraph(
    'day-copy',
    'Copies are looked at before they are brought back: what came in may be in them too.',
  ),
  paragraph('day-order', 'Systems come back in the order of the list, and in no other.'),
  heading('tell', 'What the national team is told'),
  paragraph('tell-form', 'The report has five lines:'),
  item('tell-who', 'who was struck, and whom to call;'),
  item('tell-what', 'what no longer works, and for whom;'),
  item('tell-when', 'when it was first seen;'),
  item('tell-ask', 'what is asked, by when, and in which name;'),
  item('tell-help', 'which help is wanted, if any.'),
  paragraph('tell-late', 'A report that is not complete is sent, and completed later.'),
  paragraph('tell-safe', 'What is told is used to help and to warn, and for nothing else.'),
  heading('share', 'What nations tell each other'),
  paragraph(
    'share-same',
    'A nation that sees the same hand in two of its bodies tells the others within a day.',
  ),
  paragraph('share-marks', 'It tells them what to look for, and leaves out who was struck.'),
  paragraph('share-purse', 'Where money was asked, the account it should go to is told as well.'),
  paragraph('share-key', 'A key that opens what was locked is given to all who need it, free of charge.'),
  paragraph(
    'share-count',
    'Once a year each nation tells how many of its public bodies were asked, and how many paid.',
  ),
  heading('after', 'Afterwards'),
  paragraph('after-look', 'Within a month the body writes down what happened, what held, and what did not.'),
  paragraph(
    'after-blame',
    'It is written to learn from. Nobody is punished for what they report in good faith.',
  ),
  paragraph('after-read', 'The national team reads it, and sends what others can use to all Allies.'),
  paragraph('after-cost', 'What it cost is counted, the days of those who worked included.'),
  paragraph(
    'after-review',
    'The Committee looks at this guidance again at its first meeting after [… date].',
  ),
];
