/** A small framework of the demo alliance's own, in its own words; the real ones are brought in by who runs a portal. */
export const demoFramework = {
  code: 'HSF',
  version: 'v1',
  title: 'Harbour Skills Framework',
  source: 'Concord demo alliance',
  licence: 'CC0-1.0',
  items: [
    role(
      'role-responder',
      'Incident responder',
      'Sees, reports and helps to end incidents in an office or a harbour.',
    ),
    task('task-report', 'Report an incident within one hour of seeing it'),
    task('task-preserve', 'Leave a machine as it is until somebody has looked at it'),
    task('task-confer', 'Agree with other nations on what is switched off'),
    skill('skill-phishing', 'Recognise a message that is not what it says'),
    skill('skill-brief', 'Say in three sentences what happened, to whom, since when'),
    knowledge('knowledge-chain', 'Whom to tell, in which order'),
    role(
      'role-watch',
      'Watch officer',
      'Keeps the watch for the alliance at night, and wakes whom has to be woken.',
    ),
    task('task-hand-over', 'Hand over a watch so that nothing is lost'),
    skill('skill-alone', 'Decide alone what can wait until the morning'),
    skill('skill-travel', 'Work away from the office without leaving traces'),
  ],
  links: [
    ...partsOf('role-responder', [
      ...['task-report', 'task-preserve', 'task-confer', 'skill-phishing', 'skill-brief', 'knowledge-chain'],
    ]),
    ...partsOf('role-watch', [
      ...['task-report', 'task-hand-over', 'skill-alone', 'skill-travel', 'knowledge-chain'],
    ]),
  ],
};

type Item = {
  kind: 'role' | 'task' | 'skill' | 'knowledge';
  code: string;
  title: string;
  description: string;
};

function role(code: string, title: string, description: string): Item {
  return { kind: 'role', code, title, description };
}
function task(code: string, title: string): Item {
  return { kind: 'task', code, title, description: '' };
}
function skill(code: string, title: string): Item {
  return { kind: 'skill', code, title, description: '' };
}
function knowledge(code: string, title: string): Item {
  return { kind: 'knowledge', code, title, description: '' };
}
function partsOf(from: string, parts: readonly string[]) {
  return parts.map((to) => ({ from, to, level: null }));
}

/** What is mapped to it: courses by slug, work by code, parts in exercises by the exercise's code and the part's name. */
export const demoMappings: {
  courses: Record<string, string[]>;
  work: Record<string, string[]>;
  parts: { exercise: string; part: string; items: string[] }[];
} = {
  courses: {
    'spotting-phishing': ['skill-phishing'],
    'reporting-an-incident': ['task-report', 'task-preserve', 'knowledge-chain'],
    'working-away-from-the-office': ['skill-travel'],
    'night-watch': ['task-hand-over', 'skill-alone'],
  },
  work: { 'incident-analyst': ['role-responder'], 'watch-officer': ['role-watch'] },
  parts: [
    { exercise: 'LW26', part: 'At the table', items: ['task-confer'] },
    { exercise: 'QH27', part: 'Defending team', items: ['role-responder'] },
  ],
};
