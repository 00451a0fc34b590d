/** So many thirds of a point as one reads them: ⅓, ⅔, 1, −2. */
export function signedThirds(thirds: number): string {
  const whole = Math.abs(thirds);
  const words = whole % 3 === 0 ? String(whole / 3) : whole === 1 ? '⅓' : whole === 2 ? '⅔' : `${whole}/3`;
  return thirds < 0 ? `−${words}` : words;
}
