import ts from 'typescript-parser';

/** One file to look at, with its path from the top of the checkout. */
export interface Source {
  path: string;
  text: string;
}

/** Something a rule objects to. */
export interface Finding {
  path: string;
  line: number;
  rule: string;
  message: string;
}

/** A rule that looks at one file at a time. */
export interface Rule {
  name: string;
  /** Which files it looks at. */
  applies(path: string): boolean;
  check(source: Source, report: (position: number, message: string) => void): void;
}

/** Whether a file is a test or what only tests use. */
export function isTest(path: string): boolean {
  return (
    /\.test\.(ts|tsx|mjs)$|\.spec\.ts$|(^|\/)(testing|__fixtures__)\//.test(path) || path.startsWith('e2e/')
  );
}

/** Whether TypeScript can read a file. */
export function isScript(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts');
}

/** Visits every node of a file. */
export function visit({ path, text }: Source, look: (node: ts.Node, file: ts.SourceFile) => void): void {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const walk = (node: ts.Node) => {
    look(node, file);
    ts.forEachChild(node, walk);
  };
  walk(file);
}

/** Applies a rule to a file. */
export function applyRule(rule: Rule, source: Source): Finding[] {
  const findings: Finding[] = [];
  if (!rule.applies(source.path)) return findings;
  rule.check(source, (position, message) => {
    const line = source.text.slice(0, position).split('\n').length;
    findings.push({ path: source.path, line, rule: rule.name, message });
  });
  return findings;
}
