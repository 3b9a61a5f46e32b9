/** Nouns that tell where words were spoken or written. Lower case. */
const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Networks of short posts, and what is done there. */
export const NETWORKS = set(
  'bluesky facebook instagram mastodon retweet telegram threads tiktok tweet tweeted tweeting tweets twitter weibo',
)

/** "in a post on …" */
export const POST_NOUNS = set('post posts thread')

/** "at a briefing" */
export const BRIEFING_NOUNS = set('briefing briefings')

/** "in an interview" */
export const INTERVIEW_NOUNS = set('interview interviewed interviews')

/** Those who print or broadcast what they are told: "told the Post", "told the paper". */
export const OUTLETS = set(`
abc ap bbc bloomberg broadcaster bulletin cbs chronicle cnbc cnn courier dispatch examiner fox gazette guardian herald host itv journal
magazine me msnbc nbc news newspaper npr observer paper pbs podcast politico post programme radio reuters review show site sky station
telegraph television times tribune tv us website
`)

/** "in a column" */
export const ARTICLE_NOUNS = set('blog blogpost book column commentary editorial essay memoir op-ed')

/** "in a statement", "the letter says" */
export const WRITING_NOUNS = set(`
brief communique communiqué complaint document e-mail email filing lawsuit letter letters memo memorandum message newsletter note
petition release report resolution statement statements text
`)

/** "at a rally", "in parliament" */
export const SPEECH_NOUNS = set(`
address audience chamber congress council crowd debate gathering hearing inquiry keynote lecture meeting parliament rally rallies
sermon speech speeches summit testimony
`)

/** Those whom one addresses together: "told the crowd". */
export const AUDIENCES = set(`
assembly audience chamber committee conference congregation congress council court crowd crowds delegates gathering hearing inquiry
jurors jury lawmakers legislators meeting members mps parliament rally senate senators summit supporters tribunal
`)
