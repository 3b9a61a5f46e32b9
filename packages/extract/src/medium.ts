import type { Attributed } from './attributed.js'
import type { Token } from './tokens.js'
import type { StatementMedium } from './types.js'

const OUTLETS =
  /^(?:abc|ap|bbc|cbs|cnn|cnbc|fox|msnbc|nbc|npr|pbs|itv|sky|reuters|politico|bloomberg|news|times|post|journal|guardian|magazine|newspaper|tv|television|radio|podcast|gazette|tribune|herald|telegraph)$/

/** Where the words were spoken or written, from the cue and the reporter's own words around it. */
export function mediumOf(statement: Attributed): StatementMedium {
  if (statement.from) return mediumOf(statement.from)
  const around = reportersWords(statement)
  const has = (pattern: RegExp) => around.some((token) => pattern.test(token.lower))
  const pair = (first: string, second: RegExp) =>
    around.some((token, i) => token.lower === first && second.test(around[i + 1]?.lower ?? ''))
  const { lemma } = statement
  if (lemma === 'tweet' || lemma === 'retweet') return 'SOCIAL_POST'
  if (
    has(
      /^(?:twitter|facebook|instagram|tweet|tweets|tweeted|tweeting|retweet|mastodon|bluesky|weibo|telegram)$/,
    )
  )
    return 'SOCIAL_POST'
  if (lemma === 'post' && !has(/^(?:editorial|column)$/)) return 'SOCIAL_POST'
  if (
    pair('press', /^(?:conference|briefing)$/) ||
    pair('news', /^(?:conference|briefing)$/) ||
    has(/^briefing$/)
  )
    return 'PRESS_CONFERENCE'
  if (lemma === 'tell' && has(/^(?:reporters|journalists)$/)) return 'PRESS_CONFERENCE'
  if (has(/^(?:interview|interviewed)$/) || (lemma === 'tell' && has(OUTLETS))) return 'INTERVIEW'
  if (has(/^(?:op-ed|column|essay|editorial|book|memoir)$/)) return 'PUBLISHED_ARTICLE'
  if (
    pair('a', /^(?:statement|letter|memo|report|filing|email|release|newsletter)$/) ||
    has(/^(?:letter|memo|email|e-mail)$/)
  )
    return 'WRITTEN_STATEMENT'
  if (lemma === 'write') return 'WRITTEN_STATEMENT'
  if (
    has(/^(?:speech|rally|keynote|sermon|lecture)$/) ||
    pair('a', /^crowd$/) ||
    pair('the', /^(?:crowd|audience)$/)
  )
    return 'SPEECH'
  return 'UNKNOWN'
}

/** The tokens of the sentence that are not part of the statement. */
function reportersWords(statement: Attributed): Token[] {
  return statement.sentence.tokens.filter(
    (token) =>
      token.kind !== 'quote' &&
      !statement.segments.some((span) => token.start >= span.start && token.end <= span.end),
  )
}
