/**
 * Words that stand for a power of ten in shortened counts, by the language of the page.
 * Sources: Unicode CLDR compact decimal formats (short and long) and what both platforms print. A row is
 * [factor, languages or "*", words]. "*" holds in every language that has no row of its own for the word; "?" is the
 * reading where the page's language is unknown. Words are compared in lower case without a final dot.
 * Blanks inside a unit are written "_". A word that no row gives for the page's language makes the count unknown.
 */

/** @type {readonly (readonly [number, string, string])[]} */
export const UNITS = [
  [1e3, "*", "k tsd tys тыс тис хил хиљ илј hilj tis tūkst tuh tuhat χιλ þ þús ezer mii rb ribu nghìn nghin ming мың миң мянга mijë mila bin thousand"],
  [1e3, "*", "千 천 พัน ພັນ ពាន់ ألف الف آلاف الاف هزار ہزار հզր ათ אלף हज़ार हज़ार हजार হাজার હજાર ਹਜ਼ਾਰ ആയിരം ஆயிரம் వేలు ಸಾವಿರ"],
  [1e3, "es pt gl ca it eu ?", "mil"],
  [1e3, "tr", "b"],
  [1e3, "hu", "e"],
  [1e3, "vi", "n"],
  [1e3, "sv", "tn"],
  [1e3, "da fi", "t"],
  [1e3, "nl af", "d"],
  [1e3, "ca", "m"],
  [1e3, "en-in", "t"],
  [1e4, "*", "万 萬 만 หมื่น သောင်း"],
  [1e5, "*", "lakh lakhs lac lacs लाख লাখ লক্ষ લાખ ਲੱਖ لاکھ ലക്ഷം லட்சம் లక్షలు ಲಕ್ಷ แสน သိန်း"],
  [1e5, "en-in hi", "l"],
  [1e6, "*", "mio mln mln mn млн milj милион millones millón milhão milhões milhoes milione milioni million millions millionen miljoen juta jt tr triệu trieu εκ εκατ мил сая"],
  [1e6, "*", "ล้าน ລ້ານ លាន သန်း مليون ملايين میلیون ملین մլն მლნ מיליון"],
  [1e6, "en es pt fr it ca gl eu pl ro nl da no nb nn sv fi de hu he ja ko zh th hi ar el cs sk fil tl vi ms bn mr ta te ur", "m"],
  [1e6, "pt ?", "mi"],
  [1e6, "cs sk ro hr sr bs sl mk da", "mil"],
  [1e6, "fa", "م"],
  [1e7, "*", "crore crores cr करोड़ करोड़ करोड कोटी কোটি કરોડ ਕਰੋੜ کروڑ കോടി கோடி కోట్లు ಕೋಟಿ"],
  [1e8, "*", "億 亿 억"],
  [1e9, "*", "mrd mld mia md млрд mlrd mljrd mlr bn bio billion billions miliardi milliards milliarden mil_m mil_mi mil_mn مليار میلیارد մլրդ მლრდ מיליארד"],
  [1e9, "en hi en-in fil tl ms ar he th ja ko zh", "b"],
  [1e9, "tr", "mr"],
  [1e9, "vi", "t tỷ ty"],
];

/** The separator before decimals. Languages that are not listed leave three digits behind a lone mark open. */
export const DECIMAL = {
  ".": "en en-in zh ja ko th hi bn mr gu pa ta te ml kn ne si he ms fil tl ur my sw cy ga mt am yo ha",
  ",": "de es fr it pt nl pl ru uk be bg cs sk hr sr bs sl mk ro hu tr el fi sv da no nb nn is lt lv et vi id gl ca eu sq hy ka kk uz az mn km lo af",
};

/** Letters after a number that only count what is counted: people, things. They never change the number. */
export const COUNTERS = ["人", "名", "位", "件", "명", "개", "个", "個", "则", "則"];
