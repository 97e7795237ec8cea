require('dotenv').config();
const { env } = require('process');
const nconf = require('nconf');
const Joi = require('joi');
const convict = require('convict');

// form: CommonJS exports
module.exports = {
  key: process.env.CJS_KEY,
//                 ^^^^^^^ env CJS_KEY required
  port: process.env.CJS_PORT || 3000,
//                  ^^^^^^^^ env CJS_PORT optional default=3000
};
exports.other = env.CJS_DESTRUCTURED;
//                  ^^^^^^^^^^^^^^^^ env CJS_DESTRUCTURED required

// form: dotenv result
const parsed = require('dotenv').config().parsed;
console.log(parsed.DOTENV_PARSED);
//                 ^^^^^^^^^^^^^ env DOTENV_PARSED required

// form: require('process').env
const inline = require('process').env.CJS_INLINE;
//                                    ^^^^^^^^^^ env CJS_INLINE required

// form: ternary and not
const debug = process.env.CJS_DEBUG ? 'debug' : 'info';
//                        ^^^^^^^^^ env CJS_DEBUG optional
const off = !process.env.CJS_OFF;
//                       ^^^^^^^ env CJS_OFF optional

// form: var and chained assignment
var first = process.env.CJS_VAR, second = process.env.CJS_SECOND || 's';
//                      ^^^^^^^ env CJS_VAR required
//                                                    ^^^^^^^^^^ env CJS_SECOND optional default=s

// form: convict
const conf = convict({
  port: { format: 'port', default: 8080, env: 'CONVICT_PORT' },
//                                             ^^^^^^^^^^^^ env CONVICT_PORT optional default=8080 cast=int
});

nconf.get('NCONF_KEY');
// none
conf.get('CONVICT_GET');
// none
const obj = { env: 'OBJ_ENV' };
// none
console.log(obj.env, inline, debug, off, first, second);
function handler(env) {
  return env.HANDLER_PARAMETER;
  // none
}
const schema = Joi.object({ JOI_BODY: Joi.string() });
// none
handler(schema);
/* process.env.IN_BLOCK_COMMENT_PROSE is told here in words, nothing is commented out */
// none
