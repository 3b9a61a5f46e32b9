import type { MediumKnowledge } from '../../about/mediums-of.js'
import { wordSet } from '../../text/word-set.js'

export const MEDIUMS: MediumKnowledge['mediums'] = {
  networks: wordSet(`
bluesky facebook instagram mastodon retweet telegram threads tiktok tweet tweeted tweeting tweets twitter weibo
`),
  posts: wordSet('post posts thread'),
  briefings: wordSet('briefing briefings'),
  interviews: wordSet('interview interviewed interviews'),
  outlets: wordSet(`
abc ap bbc bloomberg broadcaster bulletin cbs chronicle cnbc cnn courier dispatch examiner fox gazette guardian herald host itv journal
magazine me msnbc nbc news newspaper npr observer paper pbs podcast politico post programme radio reuters review show site sky station
telegraph television times tribune tv us website
`),
  articles: wordSet('blog blogpost book column commentary editorial essay memoir op-ed'),
  writings: wordSet(`
brief communique communiqué complaint document e-mail email filing lawsuit letter letters memo memorandum message newsletter note
petition release report resolution statement statements text
`),
  speeches: wordSet(`
address audience chamber congress council crowd debate gathering hearing inquiry keynote lecture meeting parliament rally rallies
sermon speech speeches summit testimony
`),
  audiences: wordSet(`
assembly audience chamber committee conference congregation congress council court crowd crowds delegates gathering hearing inquiry
jurors jury lawmakers legislators meeting members mps parliament rally senate senators summit supporters tribunal
`),
  networkPhrase: /^(?:[Oo]n X\.?|[Ss]ocial (?:media|networks?|platforms?))$/,
  briefingPhrase: /^(?:press|news) (?:conference|briefing)$/i,
  reporters: wordSet('reporters journalists'),
  placing: wordSet('in on at during through via from before with addressing'),
  placeStops: wordSet('that to of and as for about'),
  hearerStops: wordSet('that how why what of about to for on after before'),
}
