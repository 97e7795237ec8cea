export default {
  get(key: string) {
    return process.env[key];
  },
};
function needed(key: string) {
  const value = process.env[key];
  if (!value) throw new Error(key);
  return value;
}
export { needed as required };
