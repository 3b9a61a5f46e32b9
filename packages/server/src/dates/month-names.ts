/** Names of the months by language, January first; variants after a bar. All in lower case and without accents. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'january february march april may june july august september october november december',
  de: 'januar|janner februar|feber marz|maerz april mai juni juli august september oktober november dezember',
  fr: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  nl: 'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  pt: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  pl: 'stycznia|styczen lutego|luty marca|marzec kwietnia|kwiecien maja|maj czerwca|czerwiec lipca|lipiec sierpnia|sierpien wrzesnia|wrzesien pazdziernika|pazdziernik listopada|listopad grudnia|grudzien',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  nb: 'januar februar mars april mai juni juli august september oktober november desember',
  ca: 'gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre',
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  tr: 'ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik',
  hu: 'januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december',
  fi: 'tammikuu|tammikuuta helmikuu|helmikuuta maaliskuu|maaliskuuta huhtikuu|huhtikuuta toukokuu|toukokuuta kesakuu|kesakuuta heinakuu|heinakuuta elokuu|elokuuta syyskuu|syyskuuta lokakuu|lokakuuta marraskuu|marraskuuta joulukuu|joulukuuta',
  cs: 'ledna|leden unora|unor brezna|brezen dubna|duben kvetna|kveten cervna|cerven cervence|cervenec srpna|srpen zari rijna|rijen listopadu|listopad prosince|prosinec',
  ru: 'января|январь февраля|февраль марта|март апреля|апрель мая|май июня|июнь июля|июль августа|август сентября|сентябрь октября|октябрь ноября|ноябрь декабря|декабрь',
}

const MONTHS = new Map(
  Object.entries(NAMES).map(([language, months]) => [
    language,
    months.split(' ').map((names) => names.split('|')),
  ]),
)

/** Letters that have a stroke or a form of their own instead of an accent. */
const fold = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')

/**
 * The number of a month, 1 to 12, by its name or the first three or more letters of it, with or without accents. The
 * language of the text goes first, then English, then all others. Null when no language has such a month.
 */
export function monthNumber(name: string, language: string | null = null): number | null {
  const word = fold(name.replace(/\.$/, ''))
  if (word.length < 3) return null
  const own = language === null ? [] : [MONTHS.get(language.slice(0, 2).toLowerCase()) ?? []]
  for (const months of [...own, ...MONTHS.values()]) {
    const index = months.findIndex((names) => names.some((full) => full.startsWith(word)))
    if (index >= 0) return index + 1
  }
  return null
}
