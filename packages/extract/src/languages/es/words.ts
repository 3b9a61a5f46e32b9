import type { Lists, WordLists } from '../../text/tags.js'
import { FEMALE_NAMES, MALE_NAMES } from '../first-names.js'
import { FEMALE_NOUNS, HONORIFICS, MALE_NOUNS, OFFICES } from './people.js'

/** The Spanish words of each tag. */
export const WORDS: Lists<WordLists> = {
  determiner: `
el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus mi mis nuestro nuestra nuestros nuestras
varios varias algunos algunas cada todo toda todos todas dos tres
`,
  preposition: `
a ante bajo con contra de del al desde durante en entre hacia hasta mediante para por según sin sobre tras
`,
  conjunction: 'y e o u pero sino ni pues',
  subordinator: 'que cuando mientras porque aunque si como donde quien quienes antes después',
  auxiliary: `
es son era eran fue fueron será serán sería serían sea sean sido ser está están estaba estaban estar ha han había habían habrá habría
hay haber puede pueden podía podría podrían debe deben debía debería deberían va van iba hemos he tiene tienen tenía tuvo
`,
  perfect: 'ha han había habían haya hayan',
  negation: 'no nunca jamás nada nadie ningún ninguna ninguno tampoco ni',
  modal: `
podría podrían debería deberían haría harían quisiera puede pueden debe deben habría habrían
`,
  noOne: 'ningún ninguna ninguno nadie nada',
  afterNo: 'duda',
  unreal: 'si supongamos',
  pending: 'hasta antes',
  pronoun: 'él ella éste ésta',
  replacingPronoun: `
yo me mi mí tú te ti él ella ello lo la le nosotros nosotras nos ellos ellas los las les se su sus esto eso aquello
`,
  adverb: `
también ya aún todavía muy más menos siempre así además sin-embargo luego después entonces incluso sólo solo sobre-todo casi ahora
asimismo igualmente
`,
  fronting: 'preguntado preguntada además asimismo entonces luego ayer hoy según',
  time: 'ayer hoy mañana anteayer tarde noche ahora recientemente',
  period:
    'día días semana semanas mes meses año años hora horas minuto minutos noche mañana tarde fin trimestre semestre cuatrimestre siglo primavera verano otoño invierno',
  day: 'lunes martes miércoles jueves viernes sábado domingo',
  that: 'que',
  they: '',
  self: 'yo nosotros nosotras alguien uno',
  nameless: `
expertos críticos observadores vecinos autoridades policía investigadores políticos ciudadanos padres docentes médicos testigos
sindicatos gobierno oposición medios
`,
  sentenceOpener: 'el la los las un una él ella ellos en al pero y este esta esto para por según',
  midSentence: 'sr. sra. dr. dra. d. dña. ud. av. prof. st.',
  small: 'el la los las un una de del al y e o en por para con sin sobre que no es',
  office: OFFICES,
  honorific: HONORIFICS,
  maleNoun: MALE_NOUNS,
  femaleNoun: FEMALE_NOUNS,
  maleName: `${MALE_NAMES}
adrián agustín alonso álvaro ángel bartolomé césar cristóbal darío domingo esteban eugenio fermín gonzalo germán gustavo iván jaime
javier jesús joaquín jordi josé julián íñigo iker leandro lorenzo martín matías mauricio maximiliano miguel nicolás óscar pepe rafael
ramiro ramón raúl rodrigo rubén salvador santiago sebastián sergio simón tomás unai vicente xabier
`,
  femaleName: `${FEMALE_NAMES}
adriana alba alicia amparo ángeles aurora beatriz begoña blanca carmen carolina cecilia clara concepción consuelo cristina dolores
elena encarnación esperanza estela eugenia eva fátima gloria graciela inés inmaculada irene isabel josefa juana leticia lola lorena
lourdes lucía luisa luz macarena magdalena manuela margarita marina marta mercedes milagros mónica montserrat natalia noelia nuria
paloma patricia paula pilar raquel remedios rocío rosa rosario sandra silvia sofía soledad sonia susana teresa verónica victoria
virginia ximena yolanda
`,
  nameParticle: 'de del la las los y',
  locative: 'en de a cerca',
  common: `
gente cosas cosa vez veces tiempo mundo hacer haber estar desde entre según como para pero porque cuando ellos ellas nosotros todos
todas mucho muchos muchas está están puede pueden debe deben hace hacen tiene tienen sido será más menos también sobre años
`,
}
