/** Paragraphs that only say that an advert is here, or that the text goes on. */
const ADVERT =
  /^\W*(?:ad|advert|advertisements?|advertising|sponsored|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|annons|annonce|reklame|reklama|advertentie|реклама|(?:story|article) continues.{0,60}|continue reading.{0,60}|scroll (?:down )?to continue.{0,40}|read more|weiterlesen)\W*$/iu
/** Beginnings of links to other articles. */
const READ_MORE =
  /^\W*(?:read (?:more|also|next|this|our)|also read|see also|related|more(?: on| from| about)?\b|watch|listen|don['’]t miss|must read|trending|recommended|lesen sie|mehr (?:zum|dazu|lesen)|auch interessant|à lire|lire aussi|voir aussi|lee también|te puede interesar|leggi anche|leia (?:também|mais)|veja também|lees ook|läs (?:också|mer)|les også|læs også|читайте также|czytaj (?:też|także))/iu
/** Calls to do something other than read on. */
const CALL =
  /^\W*(?:sign up|subscribe|follow (?:us|@|\w+ on)|click (?:here|on)|download (?:our|the) |like (?:us|this)|join (?:us|our)|share (?:this|on)|get (?:the|our) .{0,40}newsletter|support .{0,30}journalism|this (?:article|story|post) (?:was |has been )?(?:originally|first) (?:appeared|published)|©|\(c\)|copyright|all rights reserved|(?:photo|image|picture|video|foto|bild|photograph)s?(?: (?:by|credit|courtesy))?\s*:|abonnieren sie|folgen sie|suivez|abonnez|síguenos|suscríbete|seguici|iscriviti)/iu
/** The credit at the end of a caption. */
const CREDIT =
  /[(|[](?:image|photo|picture|pic|foto|bild|credit|credits)s?\s*(?::|by|credit)[^)\]]*[)\]]?\W*$/iu

/** Headings of what follows an article: other articles, comments, the author. */
const AFTERWORD =
  /^\W*(?:related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|links|topics|coverage|reading))?|(?:more|read more|other|latest|recent|top|popular|trending)(?: (?:from|on|in|stories|news|articles|posts|headlines|coverage)\b.{0,40})|you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,20}|recommended(?: for you| reading)?|(?:read|up|what to read) next|most (?:read|popular|viewed|commented)|trending(?: now)?|editor['’]?s['’]? (?:picks?|choice)|(?:\d+ |reader |post a |add a |leave a |join the )?(?:comments?|repl(?:y|ies)|responses?|conversation|discussion)(?: \(\d+\)| \d+)?|about the authors?|share this.{0,20}|follow us.{0,30}|(?:das )?könnte (?:sie|dich) auch interessieren|mehr (?:zum thema|aus|artikel|nachrichten).{0,30}|(?:weitere|ähnliche|verwandte) (?:artikel|beiträge|themen|nachrichten)|(?:\d+ )?kommentare?|meistgelesen|à lire aussi|(?:sur le même|articles) (?:sujet|liés|similaires)|(?:\d+ )?commentaires?|noticias relacionadas|artículos relacionados|te puede interesar|(?:\d+ )?comentários?|(?:\d+ )?comentarios?|você (?:pode|também) .{0,20}gostar|leia (?:também|mais)|articoli correlati|potrebbe interessarti.{0,10}|commenti|gerelateerd.{0,20}|lees (?:ook|meer)|relaterat|läs mer|отзывы|комментарии.{0,10}|похожие .{0,20}|читайте также|самые популярные.{0,20})\W*$/iu

/** Whether a heading, or a line like one, says that the article is over and something else follows. */
export const isAfterword = (text: string): boolean => text.length <= 80 && AFTERWORD.test(text)

/** Whether a paragraph is a label of the page: an advert's, a link to another article, a call to subscribe, a caption. */
export function isLabel(text: string, linked: number): boolean {
  if (text.length > 300) return false
  if (ADVERT.test(text) || CREDIT.test(text)) return true
  if (linked > 0.3 * text.length && READ_MORE.test(text)) return true
  return text.length < 200 && CALL.test(text) && !/[“”"«»„]/.test(text)
}
