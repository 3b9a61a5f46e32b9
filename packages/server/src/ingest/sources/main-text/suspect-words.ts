const words = (list: string) => new Set(list.trim().split(/\s+/))

/** Words of classes and ids whose elements are never an article: overlays, forms to subscribe, readers' comments. */
export const NEVER = words(`
  comment comments commentlist commentbox disqus respond reply replies livefyre viafoura coral
  cookie cookies consent gdpr cmp onetrust didomi usercentrics privacy
  newsletter newsletters subscribe subscription signup optin mailchimp
  modal popup lightbox overlay interstitial dialog
  outbrain taboola revcontent zergnet
`)

/** Words of classes and ids whose elements are hardly ever part of an article: menus, adverts, tools, captions. */
export const HARDLY = words(`
  nav navbar navigation menu menubar submenu breadcrumb breadcrumbs pagination pager toolbar topbar
  footer sidebar masthead banner
  ad ads advert adverts advertisement advertising advertorial adsense adslot adunit dfp sponsor sponsored sponsors
  share shares sharing sharebar sharedaddy addthis
  byline bylines dateline timestamp postmeta
  caption captions credit credits copyright
  taglist
  recirc mostread mostpopular upnext
  login signin register registration
  invisible skiplink noprint printonly
`)

/** Words of classes and ids whose elements are no part of an article unless they hold prose without links. */
export const WEAK = words(`
  related recommended recommendation recommendations recommends trending popular teaser teasers
  promo promos promotion widget social socials sociable follow rating ratings poll
  tags keywords meta posted author authors bio hidden
`)

/** Words of classes and ids whose elements hold pictures, and captions of them. */
export const PICTURE = words(
  'image images img photo photos picture pictures gallery slideshow carousel thumbnail video',
)

/** Phrases of classes and ids, without the signs between their words, that say the same. */
export const PHRASES =
  /readmore|readnext|readalso|alsoread|morefrom|morestor|morenews|moreon|mostread|mostviewed|nextstor|nextarticle|prevnext|postnav|sronly|visuallyhidden|screenreader|authorbox|authorbio|aboutauthor|aboutthe?author|articlemeta|entrymeta|postmeta|articleinfo|tagcloud|taglist|youmaylike|youmight|jprelated|printonly|linkwithin/

/** Beginnings of classes that say how an element looks, or what it stands beside, not what it is. */
export const MODIFIER = /^(?:page|parent|single|has|is|no|with|without|show|hide|type|status|format|js)[-_]/

/** Beginnings of classes that say what a post is about, and by whom it is. */
export const OF_POST = /^(?:tag|category|author|postid)[-_]/
