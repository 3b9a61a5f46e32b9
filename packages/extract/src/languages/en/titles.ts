const list = (words: string) => words.trim().split(/\s*\n\s*/)

/** Written before a surname and nothing else; they tell the gender where they can. */
export const HONORIFICS: Record<string, 'm' | 'f' | ''> = {
  mr: 'm',
  'mr.': 'm',
  sir: 'm',
  lord: 'm',
  king: 'm',
  prince: 'm',
  mrs: 'f',
  'mrs.': 'f',
  ms: 'f',
  'ms.': 'f',
  miss: 'f',
  dame: 'f',
  lady: 'f',
  madame: 'f',
  queen: 'f',
  princess: 'f',
  'dr.': '',
  dr: '',
  'prof.': '',
}

/** One-word offices and ranks, lower case, as they stand before a name. */
export const TITLE_WORDS = new Set(
  list(`
sen. sens. rep. reps. gov. govs. gen. col. lt. maj. capt. sgt. cmdr. adm. rev. hon. pres. supt. det. cpl. pvt. fr. st. atty.
president vice-president senator senators representative representatives governor governors congressman congresswoman
secretary minister ministers premier chancellor mayor judge justice chief commissioner chairman chairwoman chairperson
chair director spokesman spokeswoman spokesperson ambassador envoy attorney prosecutor sheriff general admiral captain
colonel major lieutenant sergeant officer detective inspector superintendent commander professor doctor reverend
pastor bishop archbishop cardinal pope rabbi imam ayatollah sheikh sultan emir councilman councilwoman councillor
councilor alderman speaker leader deputy treasurer comptroller auditor administrator undersecretary under-secretary
candidate nominee frontrunner front-runner founder co-founder author actor actress singer host co-host anchor editor
publisher reporter columnist correspondent analyst economist historian scientist researcher physician surgeon lawyer
counsel adviser advisor strategist aide manager pollster activist organizer organiser coach owner executive ceo coo cfo
cto coordinator lawmaker legislator parliamentarian mp veteran billionaire businessman businesswoman mogul
rapper comedian filmmaker producer student teacher farmer resident voter supporter critic rival colleague
`).flatMap((line) => line.split(/\s+/)),
)

/** Offices of several words, lower case. */
export const TITLE_PHRASES = list(`
secretary of state
secretary of defense
secretary of defence
secretary-general
attorney general
solicitor general
surgeon general
inspector general
prime minister
foreign minister
defense minister
defence minister
finance minister
interior minister
vice president
vice presidential candidate
vice presidential nominee
presidential candidate
presidential nominee
first lady
speaker of the house
house speaker
house minority leader
house majority leader
senate majority leader
senate minority leader
majority leader
minority leader
majority whip
minority whip
chief of staff
chief executive
chief executive officer
press secretary
communications director
campaign manager
campaign chairman
running mate
chief justice
district attorney
supreme leader
crown prince
foreign secretary
home secretary
national security adviser
`)

/** Nouns beside a name that tell the gender. */
export const MALE_NOUNS = new Set(
  'spokesman chairman congressman businessman councilman husband father son brother actor man king prince sir mr mr.'.split(
    ' ',
  ),
)
export const FEMALE_NOUNS = new Set(
  'spokeswoman chairwoman congresswoman businesswoman councilwoman wife mother daughter sister actress woman queen princess mrs mrs. ms ms. miss'.split(
    ' ',
  ),
)
