/** Words that stand beside names. Lower case, separated by white space. */

/** One-word offices and ranks, as they stand before a name. */
export const OFFICES = `
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
`

/** Offices of several words. */
export const OFFICE_PHRASES = [
  'secretary of state',
  'secretary of defense',
  'secretary of defence',
  'secretary-general',
  'attorney general',
  'solicitor general',
  'surgeon general',
  'inspector general',
  'prime minister',
  'foreign minister',
  'defense minister',
  'defence minister',
  'finance minister',
  'interior minister',
  'vice president',
  'vice presidential candidate',
  'vice presidential nominee',
  'presidential candidate',
  'presidential nominee',
  'first lady',
  'speaker of the house',
  'house speaker',
  'house minority leader',
  'house majority leader',
  'senate majority leader',
  'senate minority leader',
  'majority leader',
  'minority leader',
  'majority whip',
  'minority whip',
  'chief of staff',
  'chief executive',
  'chief executive officer',
  'press secretary',
  'communications director',
  'campaign manager',
  'campaign chairman',
  'running mate',
  'chief justice',
  'district attorney',
  'supreme leader',
  'crown prince',
  'foreign secretary',
  'home secretary',
  'national security adviser',
]

/** Written before a surname and nothing else. */
export const HONORIFICS =
  'mr mr. sir lord king prince mrs mrs. ms ms. miss dame lady madame queen princess dr. dr prof.'

/** Nouns and honorifics that tell that somebody is a man. */
export const MALE_NOUNS =
  'spokesman chairman congressman businessman councilman husband father son brother actor man king prince sir mr mr. lord'

/** Likewise for women. */
export const FEMALE_NOUNS =
  'spokeswoman chairwoman congresswoman businesswoman councilwoman wife mother daughter sister actress woman queen princess mrs mrs. ms ms. miss dame lady madame'
