'use strict';
const dotenv = require('dotenv');
const path = require('path');
const { PORT_FROM_PATTERN = 3000, ...others } = process.env;
//      ^^^^^^^^^^^^^^^^^ env PORT_FROM_PATTERN optional default=3000

// form: immediately invoked function
(function () {
  console.log(process.env.IIFE_KEY);
//                        ^^^^^^^^ env IIFE_KEY required
})();

// form: module.exports function
module.exports = function (options) {
  return Object.assign({ key: process.env.ASSIGNED_KEY }, options);
//                                        ^^^^^^^^^^^^ env ASSIGNED_KEY required
};

// form: dotenv config
const result = dotenv.config({ path: path.join(__dirname, '.env') });
if (result.error) throw result.error;
const { parsed } = dotenv.config();
console.log(parsed.PARSED_KEY);
//                 ^^^^^^^^^^ env PARSED_KEY required

// form: callback
setTimeout(() => console.log(process.env.CALLBACK_KEY), Number(process.env.CALLBACK_DELAY) || 100);
//                                       ^^^^^^^^^^^^ env CALLBACK_KEY required
//                                                                         ^^^^^^^^^^^^^^ env CALLBACK_DELAY optional default=100 cast=number

// form: ternary with undefined
const maybe = process.env.TERNARY_KEY ? process.env.TERNARY_KEY : undefined;
//                        ^^^^^^^^^^^ env TERNARY_KEY optional
//                                                  ^^^^^^^^^^^ env TERNARY_KEY optional
const typeofs = typeof process.env.TYPEOF_KEY === 'undefined';
//                                 ^^^^^^^^^^ env TYPEOF_KEY optional
const strict = process.env.STRICT_KEY != null;
//                         ^^^^^^^^^^ env STRICT_KEY optional

// form: promise chain and await
async function run() {
  await fetch(process.env.AWAITED_URL).then((r) => r.json());
//                        ^^^^^^^^^^^ env AWAITED_URL required
  return process.env.RETURNED_OR || (await Promise.resolve('x'));
//                   ^^^^^^^^^^^ env RETURNED_OR optional
}
run(others, maybe, typeofs, strict);

// form: console error and exit
if (!process.env.EXIT_KEY) {
//               ^^^^^^^^ env EXIT_KEY required
  console.error('missing');
  process.exit(1);
}

// form: commented-out code
// const old = process.env.OLD_KEY;
//                         ^^^^^^^ env OLD_KEY required commented

process.env.SELF_SET = process.env['SELF_SET'] || 'development';
//                                  ^^^^^^^^ env SELF_SET optional default=development
