/** Last words of names that take an article: "the Afghan government", "the Houthis", "the Arakan Army". */
const COMMON =
  /(?:government|forces?|army|armies|militar(?:y|ies)|group|rebels?|fighters|insurgents|militants|militias?|command|front|alliance|council|coalition|movement|guards?|units?|party|junta|regime|state|authority|administration|police|union|brigades?|troops|opposition|taliban|houthis|kurds|separatists|peshmerga|sdf|sna|rsf|lna|gna|saf|tplf|pkk|ypg|csp|mndaa|tnla|stc|ministry|agency|observatory|bureau|office|committee|organi[sz]ation|cross|crescent|network|mission|un|eu|nations)$/i;

/**
 * A side or a body as a sentence has it, with an article where its name takes one.
 * @example saySide('Afghan government') // 'the Afghan government'
 * @example saySide('Hezbollah') // 'Hezbollah'
 */
export const saySide = (name: string): string =>
  !/^the /i.test(name) && COMMON.test(name.replace(/ (?:of|for|in|on) .*/, '')) ? `the ${name}` : name;
