const API_LIKE =
  /^https?:\/\/(?:api|graphql|rest)[.-]|^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?(?:v\d{1,2}|api|graphql)(?:[/?]|$)/i;

/** Whether an address reads like one that programs ask: code that names it means to. */
export function isApiAddress(url: string): boolean {
  return API_LIKE.test(url);
}
