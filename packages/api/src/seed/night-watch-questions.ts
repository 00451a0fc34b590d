import type { QuestionBodyInput } from '../features/bank/body.ts';

type Said = readonly [en: string, fr: string];
type Parts = Readonly<Record<string, Said>>;

const rich = (source: string) => ({ source, html: '' });

/** The words of a question in both languages; `feedback` are words to its parts. */
function words(prompt: Said, explanation: Said, parts: Parts = {}, feedback: Parts = {}) {
  const inLanguage = (index: 0 | 1) => ({
    prompt: rich(prompt[index]),
    explanation: rich(explanation[index]),
    parts: Object.fromEntries(
      Object.entries(parts).map(([key, said]) => [
        key,
        { text: rich(said[index]), feedback: rich(feedback[key]?.[index] ?? '') },
      ]),
    ),
  });
  return { en: inLanguage(0), fr: inLanguage(1) };
}

export type NightQuestion = { key: string; name: string; points: number; body: QuestionBodyInput };

const NONE: Said = ['', ''];

/** One question of every type, on a night as duty officer. `picture` is the file of the duty room. */
export function nightWatchQuestions(picture: string): NightQuestion[] {
  return [
    {
      key: 'first-move',
      name: 'First move on a locked screen',
      points: 1,
      body: {
        kind: 'single',
        texts: words(
          [
            'At 02:15 a screen shows a demand for payment and a countdown. What do you do first?',
            'À 02 h 15, un écran affiche une demande de rançon et un compte à rebours. Que faites-vous d’abord ?',
          ],
          [
            'Off the network it harms nobody else; running, it keeps what memory holds.',
            'Hors réseau, il ne nuit plus à personne ; allumé, il garde ce que contient sa mémoire.',
          ],
          {
            off: ['Switch the computer off at once.', 'Éteindre l’ordinateur immédiatement.'],
            isolate: [
              'Take it off the network, leave it running and call the duty officer.',
              'Le retirer du réseau, le laisser allumé et appeler l’officier de permanence.',
            ],
            photo: ['Photograph the screen for the morning.', 'Photographier l’écran pour le matin.'],
          },
          { off: ['What memory held is lost then.', 'Le contenu de la mémoire est alors perdu.'] },
        ),
        choices: [
          { key: 'off', share: 0 },
          { key: 'isolate', share: 100 },
          { key: 'photo', share: 0 },
        ],
      },
    },
    {
      key: 'evidence',
      name: 'What is evidence',
      points: 2,
      body: {
        kind: 'multiple',
        texts: words(
          ['What do you keep as evidence?', 'Que conservez-vous comme preuve ?'],
          ['Whatever shows what happened and when.', 'Tout ce qui montre ce qui s’est passé et quand.'],
          {
            mail: ['The message, as it arrived', 'Le message, tel qu’il est arrivé'],
            log: ['The log of the switch', 'Le journal du commutateur'],
            notes: ['Your own notes with times', 'Vos notes, avec les heures'],
            clean: ['A freshly installed computer', 'Un ordinateur fraîchement réinstallé'],
          },
        ),
        choices: [
          { key: 'mail', share: 34 },
          { key: 'log', share: 33 },
          { key: 'notes', share: 33 },
          { key: 'clean', share: -50 },
        ],
      },
    },
    {
      key: 'weekend',
      name: 'Waiting for Monday',
      points: 1,
      body: {
        kind: 'trueFalse',
        texts: words(
          [
            'A report may wait until Monday if no data has left.',
            'Un signalement peut attendre lundi si aucune donnée n’est sortie.',
          ],
          ['Nobody knows at night what has left.', 'La nuit, personne ne sait ce qui est sorti.'],
        ),
        right: false,
      },
    },
    {
      key: 'who',
      name: 'Whom to call',
      points: 1,
      body: {
        kind: 'shortText',
        texts: words(
          ['Whom do you call first? Two words.', 'Qui appelez-vous en premier ? Trois mots au plus.'],
          [
            'The duty officer is there day and night.',
            'L’officier de permanence est joignable jour et nuit.',
          ],
        ),
        accepted: {
          en: [
            { kind: 'folded', text: 'duty officer' },
            { kind: 'wildcard', text: '*duty*officer*' },
          ],
          fr: [
            { kind: 'folded', text: 'officier de permanence' },
            { kind: 'pattern', text: "(l')?officier.*permanence" },
          ],
        },
      },
    },
    {
      key: 'minutes',
      name: 'Minutes to the first report',
      points: 1,
      body: {
        kind: 'numeric',
        texts: words(
          [
            'You found it at 02:15, and the first report is due at 03:45. How long do you have?',
            'Vous l’avez trouvé à 02 h 15 ; le premier rapport est attendu à 03 h 45. De combien de temps disposez-vous ?',
          ],
          ['Ninety minutes, or an hour and a half.', 'Quatre-vingt-dix minutes, soit une heure et demie.'],
        ),
        accepted: [{ value: 90 }, { value: 90, tolerance: 5, share: 50 }],
        units: [
          { name: 'min', factor: 1 },
          { name: 'h', factor: 60 },
        ],
        unitPenalty: 50,
      },
    },
    {
      key: 'who-does-what',
      name: 'Who does what',
      points: 3,
      body: {
        kind: 'matching',
        texts: words(['Who does what?', 'Qui fait quoi ?'], NONE, {
          officer: ['Duty officer', 'Officier de permanence'],
          team: ['Response team', 'Équipe d’intervention'],
          press: ['Press office', 'Service de presse'],
          decides: ['decides who is woken', 'décide qui est réveillé'],
          looks: ['looks into the computers', 'examine les ordinateurs'],
          speaks: ['speaks to the outside', 'parle à l’extérieur'],
          pays: ['pays', 'paie'],
        }),
        pairs: [
          { left: 'officer', right: 'decides' },
          { left: 'team', right: 'looks' },
          { left: 'press', right: 'speaks' },
        ],
        spare: ['pays'],
      },
    },
    {
      key: 'order',
      name: 'The first hour in order',
      points: 2,
      body: {
        kind: 'ordering',
        texts: words(['Put the first hour in order.', 'Mettez la première heure dans l’ordre.'], NONE, {
          notice: ['Notice', 'Constater'],
          isolate: ['Take it off the network', 'Isoler du réseau'],
          call: ['Call', 'Appeler'],
          write: ['Write down what was done', 'Noter ce qui a été fait'],
        }),
        order: ['notice', 'isolate', 'call', 'write'],
        credit: 'pairs',
      },
    },
    {
      key: 'report',
      name: 'A report with gaps',
      points: 2,
      body: {
        kind: 'gapText',
        texts: words(
          [
            'A report says what was seen, [[when]] it was seen and [[whom]] has been told.',
            'Un rapport dit ce qui a été vu, [[when]] cela a été vu et [[whom]] a été prévenu.',
          ],
          NONE,
          {
            who: ['who', 'qui'],
            nobody: ['nobody', 'personne'],
          },
        ),
        gaps: [
          {
            key: 'when',
            kind: 'text',
            accepted: { en: [{ kind: 'folded', text: 'when' }], fr: [{ kind: 'folded', text: 'quand' }] },
          },
          {
            key: 'whom',
            kind: 'choice',
            choices: [
              { key: 'who', share: 100 },
              { key: 'nobody', share: 0 },
            ],
          },
        ],
      },
    },
    {
      key: 'room',
      name: 'The duty room',
      points: 2,
      body: {
        kind: 'hotspot',
        texts: words(
          ['Where do you lay hands first, before you call?', 'Où intervenez-vous d’abord, avant d’appeler ?'],
          ['The cable comes out; the power stays.', 'On débranche le câble réseau ; l’alimentation reste.'],
          {
            cable: ['The network cable of the locked computer', 'Le câble réseau de l’ordinateur bloqué'],
            power: ['The power supply of the rack', 'L’alimentation de la baie'],
            backup: ['The backup', 'La sauvegarde'],
          },
        ),
        imageFileId: picture,
        alternatives: {
          en: 'A rack with a switch, servers, a backup and a power supply; beside it a desk with a locked computer, its network cable and a telephone.',
          fr: 'Une baie avec un commutateur, des serveurs, une sauvegarde et une alimentation ; à côté, un bureau avec un ordinateur bloqué, son câble réseau et un téléphone.',
        },
        areas: [
          { key: 'cable', shape: { is: 'circle', x: 73.5, y: 58.5, radius: 5 }, share: 100 },
          { key: 'power', shape: { is: 'box', x: 8, y: 73, width: 28, height: 17 }, share: -50 },
          { key: 'backup', shape: { is: 'box', x: 8, y: 52, width: 28, height: 12 }, share: 0 },
        ],
      },
    },
    {
      key: 'wake',
      name: 'Whom to wake, and why',
      points: 4,
      body: {
        kind: 'essay',
        texts: words(
          [
            'Whom do you wake at 02:20, and whom do you let sleep? Give your reasons.',
            'Qui réveillez-vous à 02 h 20, et qui laissez-vous dormir ? Donnez vos raisons.',
          ],
          NONE,
        ),
        minWords: 20,
        maxWords: 200,
        guidance: 'One point for each person named with a reason, at most four.',
      },
    },
    {
      key: 'log',
      name: 'Your log of the night',
      points: 2,
      body: {
        kind: 'file',
        texts: words(
          [
            'Hand in the log you kept in the exercise.',
            'Remettez le journal que vous avez tenu pendant l’exercice.',
          ],
          NONE,
        ),
        maxFiles: 2,
        guidance: 'Two points for times and names, one for either.',
      },
    },
  ];
}
