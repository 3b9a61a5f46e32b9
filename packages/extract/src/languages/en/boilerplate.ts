const lines = (text: string) => new Set(text.trim().split('\n'))

/** Headings of lists of other articles. Lower case, without end marks. */
export const LIST_HEADINGS = lines(`
related
related articles
related stories
related posts
related topics
related coverage
more from
more on this story
read more
see also
most read
most popular
recommended
you may also like
you might also like
recent posts
categories
archives
tags
further reading
`)

/** Lines after which the page is no longer the article: comment forms, the author's own shop. */
export const CLOSING_LINES = [
  /^(?:comments|about the author)[:.]?$/i,
  /^(?:leave|post) a (?:reply|comment)/i,
  /^my (?:\w+ ){0,5}books? (?:is|are)\b/i,
  /^(?:visit|check out|see) (?:my|our) (?:web ?site|blog|books?)\b/i,
  /^(?:buy|order|get) (?:my|our|his|her|the) (?:new )?books?\b/i,
  /^fill in your details below/i,
]

/** Lines that are never the article, wherever they stand. */
export const BOILERPLATE_LINES = [
  /^(?:share|tweet|print|email|e-mail|like|follow|pin|save)(?: this| us| on\b.*)?[.!:]?$/i,
  /^(?:share|follow|like|join|find) (?:this|us|me) (?:on|via|at)\b/i,
  /^(?:related|read more|see also|more from|also read|read also|read next|up next)\b.{0,3}:/i,
  /^(?:share|like|email|e-mail|print|save|tweet|pin) this (?:article|story|post|page)[.!:]?$/i,
  /^click (?:here|to)\b/i,
  /^read the (?:rest|full (?:story|article))\b/i,
  /^read (?:more|the full)\b.{0,80}$/i,
  /^(?:sign up|subscribe)\b.{0,160}$/i,
  /^(?:copyright|©|\(c\))\s/i,
  /\ball rights reserved\b/i,
  /^this (?:article|story|post|piece) (?:was|is|has been|originally|first) (?:originally |first |also )?(?:published|appeared|posted|syndicated|updated)\b/i,
  /^(?:contact|email|e-mail|reach|write to) .{0,80}\S+@\S+/i,
  /\bcontact (?:him|her|me|us|the author) at\b/i,
  /^["“]?follow .{0,60}(?:\bon (?:twitter|facebook|instagram)\b|@\w)/i,
  /^(?:photo|image|picture|photograph|video|credit|source|getty|file photo)s?\s*(?:by|credit|courtesy|:|\/)/i,
  /^getty images?\b/i,
  /^(?:associated press|reuters|ap|afp) (?:photo|writers?|contributed|reporters?)\b/i,
  /\b(?:contributed to this (?:report|story|article)|reporting by .{0,60}editing by)\b/i,
  /^you are commenting using your\b/i,
  /^(?:facebook|twitter|google|wordpress\.com|gravatar) (?:photo|logo|picture)$/i,
  /^(?:connecting to|blog at wordpress|powered by|up ↑|%d bloggers)/i,
  /^(?:log in|log out|login|register|reply|cancel reply|skip to)\b.{0,40}$/i,
  /^(?:advertisement|sponsored|loading|continue reading|story continues below)\b.{0,60}$/i,
  /^(?:tags?|filed under|categories|topics?):/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /^[^\p{L}\p{N}]*$/u,
]
