class Config {
  get(key, fallback) {
    return process.env[key] || fallback;
  }
}
module.exports = new Config();
