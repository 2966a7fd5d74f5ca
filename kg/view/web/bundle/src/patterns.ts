/** The patterns of dashes, numbered, as the shader of the lines takes them. */

/** So many the shader has room for; a legend has eight. */
export const MOST_PATTERNS = 16;
const PAIRS = 3;

export class Patterns {
  readonly on = new Float32Array(MOST_PATTERNS * PAIRS);
  readonly off = new Float32Array(MOST_PATTERNS * PAIRS);
  private readonly numbers = new Map<string, number>([["", 0]]); // 0 is solid

  /** The number of a pattern (pixels on, off, …). */
  number(dashes: number[]): number {
    const key = dashes.join(" ");
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.numbers.size === MOST_PATTERNS) return 0;
    const made = this.numbers.size;
    for (let pair = 0; pair < PAIRS; pair += 1) {
      this.on[made * PAIRS + pair] = dashes[2 * pair] ?? 0;
      this.off[made * PAIRS + pair] = dashes[2 * pair + 1] ?? 0;
    }
    this.numbers.set(key, made);
    return made;
  }
}
