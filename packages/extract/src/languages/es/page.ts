import type { PageKnowledge } from '../../text/segments.js'

export const PAGE: PageKnowledge['page'] = {
  titleCase: false,
  byline: /^por\s+\p{Lu}\p{L}+\s+\p{L}/iu,
  listHeadings: new Set([
    'lea también',
    'leer más',
    'más noticias',
    'noticias relacionadas',
    'te puede interesar',
    'lo más leído',
    'más sobre este tema',
  ]),
  closingLines: [/^(?:comentarios|deja un comentario|sobre el autor|sobre la autora)[:.]?$/i],
  boilerplateLines: [
    /^(?:compartir|imprimir|enviar por correo|guardar)[.!:]?$/i,
    /^(?:lea también|leer también|lee también|ver también|te puede interesar)\b.{0,3}:/i,
    /^(?:suscríbete|suscríbase|regístrate|inicia sesión|síguenos)(?!\p{L}).{0,120}$/iu,
    /\bnewsletter\b.{0,60}$/i,
    /^(?:copyright|©|\(c\))\s/i,
    /\btodos los derechos reservados\b/i,
    /^(?:foto|imagen|vídeo|video|gráfico|fuente)s?\s*(?:\/|:)/i,
    /^(?:publicidad|contenido patrocinado)\b.{0,60}$/i,
    /^(?:etiquetas|temas|categorías?|archivado en)\s*:/i,
    /^(?:https?:\/\/|www\.)\S+$/i,
    /^[^\p{L}\p{N}]*$/u,
  ],
}
