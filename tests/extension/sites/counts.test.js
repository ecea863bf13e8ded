/** Printed counts of the world: the right number, or null where it could be read in two ways. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCount } from "../../../extension/sites/counts.js";

/** [printed, language, value] of whole numbers: exact. */
const EXACT = [
  ["0", "en", 0], ["7", "en", 7], ["42", "de", 42], ["999", null, 999], ["2187", "en", 2187], ["2,187", "en", 2187], ["2.187", "de", 2187], ["2.187", null, 2187], ["2,187", null, 2187],
  ["1,234,567", "en", 1234567], ["1.234.567", "es", 1234567], ["1 234", "fr", 1234], ["1\u00a0234", "fr", 1234], ["1\u202f234\u202f567", "fr", 1234567], ["1\u2009234", "ru", 1234], ["1'234", "de-CH", 1234], ["1’234", "de-CH", 1234],
  ["1,23,456", "en-IN", 123456], ["12,34,567", "hi", 1234567], ["1,23,45,678", "en-IN", 12345678], ["١٢٣", "ar", 123], ["١٬٢٣٤", "ar", 1234], ["١٥٬٦٨٩", "ar-EG", 15689], ["۱۲۳۴", "fa", 1234], ["۱٬۲۳۴", "fa", 1234], ["१,२३४", "hi", 1234], ["১,২৩৪", "bn", 1234], ["๑,๒๓๔", "th", 1234],
  ["１２３４", "ja", 1234], ["1,234人", "ja", 1234], ["1,234명", "ko", 1234], ["224件", "ja", 224], ["224篇", "zh", null], ["\u200e2,187\u200f", "he", 2187], [" 2,187 ", "en", 2187], ["15.689", "pt-BR", 15689], ["783,427", "en", 783427], ["52,979,346", "en", 52979346],
];

/** [printed, language, value] of short forms: never exact. */
const SHORT = [
  ["1K", "en", 1e3], ["10.6K", "en", 10600], ["10.6k", "en", 10600], ["783.4K", "en", 783400], ["3.9M", "en", 3.9e6], ["3.9M", "es", 3.9e6], ["1.2B", "en", 1.2e9], ["12K", "de", 12e3], ["783.4K", "fr", 783400], ["1.25M", "en", 1.25e6], ["0.5K", "en", 500], ["1,234.5K", "en", 1234500], ["2M", "en-GB", 2e6], ["33M", "ja", 33e6],
  ["10,6 mil", "pt-BR", 10600], ["10,6 mil", "es", 10600], ["10,6\u00a0mil", "es-419", 10600], ["15 mil", "pt", 15e3], ["1.234 mil", "es", 1234e3], ["10,6 mil", null, 10600], ["2,1 mi", "pt-BR", 2.1e6], ["1,2 milhões", "pt", 1.2e6], ["2,1 M", "es", 2.1e6], ["1,2 mil M", "es", 1.2e9], ["1,5 mill.", "es", null], ["2 millones", "es", 2e6],
  ["1,2 k", "fr", 1200], ["1,2 M", "fr", 1.2e6], ["1,2 Md", "fr", 1.2e9], ["12,3 Tsd.", "de", 12300], ["12,3\u00a0Tsd.", "de-AT", 12300], ["1,2 Mio.", "de", 1.2e6], ["1,2\u00a0Mio.", null, 1.2e6], ["1 Mrd.", "de", 1e9], ["10,6 mila", "it", 10600], ["1,2 Mln", "it", 1.2e6], ["10,6 d.", "nl", 10600], ["1,2 mln.", "nl", 1.2e6],
  ["10,6 tys.", "pl", 10600], ["1,2 mln", "pl", 1.2e6], ["10,6 тыс.", "ru", 10600], ["1,2 млн", "ru", 1.2e6], ["1,2 млрд", "ru", 1.2e9], ["10,6 тис.", "uk", 10600], ["10,6 B", "tr", 10600], ["1,2 Mn", "tr", 1.2e6], ["10,6 tis.", "cs", 10600], ["1,2 mil.", "cs", 1.2e6], ["1,2 mil.", "ro", 1.2e6], ["1,2 mil.", "hr", 1.2e6], ["10,6 E", "hu", 10600], ["10,6 t.", "fi", 10600], ["1,2 milj.", "fi", 1.2e6], ["10,6 tn", "sv", 10600], ["1,2 mn", "sv", 1.2e6], ["1,2 mio.", "da", 1.2e6], ["10,6 χιλ.", "el", 10600], ["1,2 εκ.", "el", 1.2e6], ["10,6 хил.", "bg", 10600], ["10,6 tūkst.", "lt", 10600],
  ["12.3万", "ja", 123e3], ["12.3万", "zh-CN", 123e3], ["12.3萬", "zh-TW", 123e3], ["1.2億", "ja", 1.2e8], ["1.2亿", "zh", 1.2e8], ["12.3만", "ko", 123e3], ["12.3만명", "ko", 123e3], ["1.2천", "ko", 1200], ["1.2억", "ko", 1.2e8], ["12万人", "ja", 12e4], ["1.5千", "zh", 1500], ["１２．３万", "ja", 123e3],
  ["١٢٫٣ ألف", "ar", 12300], ["١٫٢ مليون", "ar", 1.2e6], ["12.3 ألف", "ar", 12300], ["12٫3 ألف", null, 12300], ["۱۲٫۳ هزار", "fa", 12300], ["۱٫۲ میلیون", "fa", 1.2e6], ["2.5 lakh", "en-IN", 25e4], ["2.5 लाख", "hi", 25e4], ["1.2 crore", "en-IN", 1.2e7], ["1.2 करोड़", "hi", 1.2e7], ["12.3 हज़ार", "hi", 12300], ["2.5L", "en-IN", 25e4], ["1.2 Cr", "en-IN", 1.2e7], ["২.৫ লাখ", "bn", 25e4],
  ["10,6 rb", "id", 10600], ["1,2 jt", "id", 1.2e6], ["10,6 N", "vi", 10600], ["1,2 Tr", "vi", 1.2e6], ["1.2 หมื่น", "th", 12e3], ["1.2 แสน", "th", 12e4], ["1.2 ล้าน", "th", 1.2e6], ["10.6 אלף", "he", 10600], ["10,6 þ.", "is", 10600], ["10,6 tuh", "et", 10600], ["10,6 ming", "uz", 10600], ["10,6 мың", "kk", 10600], ["10,6 հզր", "hy", 10600], ["10,6 m", "ca", 10600],
];

/** [printed, language] of what is no count, or could be two: null, never a guess. */
const OPEN = [
  ["", "en"], [" ", "en"], ["—", "en"], ["-5", "en"], ["+5", "en"], ["10K+", "en"], ["1e5", "en"], ["NaN", "en"], ["∞", "en"], ["Followers", "en"], ["12.3", "en"], ["12,34", null], ["1.23", "de"], ["1.2.3", "en"], ["1,2345", "en"], ["12,345,6", "en"], ["1,234.567", "en"], ["1.234,567", "de"], ["007", "en"], ["0,123", "en"], ["1 2 3", "fr"],
  ["1.234K", null], ["1.234 mil", null], ["10,6 mil.", null], ["1.2 tn", null], ["1.2 tn", "en"], ["1.2 m", null], ["1,2 M", "id"], ["1.2B", null], ["12 B", null], ["10 XYZ", "en"], ["10 zorps", "xx"], ["5%", "en"], ["3/4", "en"], ["12:30", "en"], ["10.6KK", "en"], ["K", "en"], ["1.2M followers", "en"], ["99999999999999", "en"], ["9999B", "en"], ["1,2 t", "de"], ["12..3K", "en"], ["1_000", "en"], ["0x10", "en"],
];

for (const [printed, language, value] of EXACT) {
  test(`"${printed}" in ${language ?? "an unknown language"} is ${value === null ? "open" : "exactly " + value}`, () => {
    const count = parseCount(printed, language);
    assert.deepEqual(count, value === null ? null : { value, exact: true, low: value, high: value });
  });
}

for (const [printed, language, value] of SHORT) {
  test(`"${printed}" in ${language ?? "an unknown language"} is ${value === null ? "open" : "about " + value}`, () => {
    const count = parseCount(printed, language);
    if (value === null) return assert.equal(count, null);
    assert.equal(count?.value, value);
    assert.equal(count.exact, false);
    assert.ok(count.low < value && value < count.high, "a short form has an interval");
  });
}

for (const [printed, language] of OPEN) {
  test(`"${printed}" in ${language ?? "an unknown language"} is not guessed`, () => assert.equal(parseCount(printed, language), null));
}

test("the interval is one printed step on both sides", () => {
  assert.deepEqual(parseCount("12.3万", "ja"), { value: 123_000, exact: false, low: 122_000, high: 124_000 });
  assert.deepEqual(parseCount("10万", "ja"), { value: 100_000, exact: false, low: 90_000, high: 110_000 });
  assert.deepEqual(parseCount("1M", "en"), { value: 1_000_000, exact: false, low: 0, high: 2_000_000 });
});

test("anything but text is null", () => {
  for (const value of [null, undefined, 12, {}, [], true]) assert.equal(parseCount(/** @type {any} */ (value)), null);
});
