/** What would make an installation another than a fresh one. */
const NOT_INHERITED =
  /^(DATABASE_|CONCORD_(URL|CONTENT_URL|DATA|SECRET|KEY|DEMO|PROCESSES)|PORT$|SMTP_|STORAGE$|OIDC_|NODE_CHANNEL_FD)/;

/** Whether a setting stays behind when a fresh installation is started for a test or a measurement. */
export function notInherited(name: string): boolean {
  return NOT_INHERITED.test(name);
}
