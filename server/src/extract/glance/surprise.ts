/** The pairs of letters that stand in code most often, the commonest first. */
const COMMON_PAIRS =
  'er on se te at re es in or en st ti nt de et co le ro ge io me ta as al el ss an ed ct ng ns th us id am ue ' +
  'tr rt ri ma it ar t_ ex li ur ra fi is he po ou to da om e_ nd ch ac ea pe la ne ec ce il ap im ry od mp qu ' +
  'ie na ut ag ll em ul ve ha lo ef _i pa ic rs _c un cl if tu di ol ai fo si ts xt lu sa n_ mo ad lt rr sp so ' +
  'ca ls do ho pr ow nc ke s_ ty fr d_ pt cr rg pp mi _t su ig no lf op rn ni ck oc um up pl sc ot ld _s ab yp ' +
  '_a va rd sh bl gr iv fa pi r_ tt bo be ru y_ vi cu _r wi ay nu _m au hi iz nf og _n nv _f _u eg ok ey eq gs';
const BITS_OF_COMMONEST = 6.5;
const BITS_BEHIND_ALL = 11;

/** How seldom a letter stands in code, in bits. */
export function bitsOf(letter: string): number {
  if ('etaonirs '.includes(letter)) return 4;
  if ('lcdupmhfg'.includes(letter)) return 5.5;
  return 'bvwyk.,()\'";:=/_\n'.includes(letter) ? 6.5 : 8.5;
}

/** The same of two letters in a row. */
export function bitsOfPair(pair: string): number {
  const at = COMMON_PAIRS.indexOf(pair);
  if (at === -1) return Math.max(BITS_BEHIND_ALL, bitsOf(pair.charAt(0)) + bitsOf(pair.charAt(1)));
  return BITS_OF_COMMONEST + ((BITS_BEHIND_ALL - BITS_OF_COMMONEST) * at) / COMMON_PAIRS.length;
}

/** The same of the least telling of some texts. */
export function surpriseOf(words: readonly string[]): number {
  const least = Math.min(...words.map((word) => [...word].reduce((sum, letter) => sum + bitsOf(letter), 0)));
  return least - Math.log2(words.length);
}
