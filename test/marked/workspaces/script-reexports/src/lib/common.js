function requireEnv(key) {
  if (!process.env[key]) throw new Error(key);
  return process.env[key];
}
module.exports = { requireEnv, int: (key) => parseInt(process.env[key], 10), shout: (key) => key.toUpperCase() };
