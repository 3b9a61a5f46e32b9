import type { Lists, WordLists } from '../../text/tags.js'
import { FEMALE_NAMES, MALE_NAMES } from '../first-names.js'
import { FEMALE_NOUNS, HONORIFICS, MALE_NOUNS, OFFICES } from './people.js'

/** The French words of each tag. */
export const WORDS: Lists<WordLists> = {
  determiner: `
le la les l' un une des du au aux ce cet cette ces son sa ses leur leurs mon ma mes notre nos votre vos plusieurs quelques chaque
tout toute tous toutes deux trois
`,
  preposition: `
à de d' dans en par pour avec sans sur sous chez vers contre entre depuis pendant après avant devant derrière malgré selon lors
`,
  conjunction: 'et mais ou donc or ni car',
  subordinator: `
que qu' quand lorsque lorsqu' puisque comme si parce afin bien alors tandis dont où qui quoi
`,
  auxiliary: `
est sont était étaient sera seront serait seraient été être suis a ont avait avaient aura auront aurait auraient ait aient eu ai avons
avez peut peuvent pouvait pourrait pourraient doit doivent devait devrait devraient va vont allait fait font faut
`,
  perfect: 'a ont avait avaient est était ai avons aurait',
  negation: "ne n' pas jamais rien aucun aucune personne plus",
  modal: `
pourrait pourraient devrait devraient ferait feraient voudrait voudraient peut peuvent doit doivent aurait auraient
`,
  noOne: 'aucun aucune personne nul nulle rien',
  afterNo: 'doute',
  unreal: 'si supposons',
  pending: "jusqu'à avant",
  pronoun: '-il -elle -t-il -t-elle il elle celui-ci celle-ci',
  replacingPronoun: `
je j' me m' moi tu te t' toi il elle lui le la les nous vous ils elles leur eux se s' son sa ses ce ceci cela ça
`,
  adverb: `
aussi encore déjà très plus moins toujours souvent ainsi notamment également toutefois cependant pourtant enfin ensuite puis alors
même seulement surtout presque environ plutôt
`,
  fronting: 'interrogé interrogée selon cependant toutefois pourtant ensuite puis enfin hier aujourd’hui',
  time: "hier aujourd'hui demain avant-hier matin soir midi plus-tard maintenant récemment",
  period:
    'jour jours semaine semaines mois an ans année années heure heures minute minutes nuit matinée soirée week-end printemps été automne hiver',
  day: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  that: "que qu'",
  they: '',
  self: "je j' nous on quelqu'un -je -on -t-on -nous",
  nameless: `
experts critiques observateurs habitants riverains autorités police chercheurs policiers citoyens parents enseignants médecins témoins
syndicats gouvernement opposition médias élus
`,
  sentenceOpener: 'le la les un une il elle ils elles ce cette ces dans en à au mais et nous on pour selon',
  midSentence: 'm. mm. mme. dr. pr. st. ste. av. env. cf. p.ex.',
  small:
    'le la les l un une des du de d à au aux et ou en dans par pour sur sous avec sans ne pas que qui est',
  office: OFFICES,
  honorific: HONORIFICS,
  maleNoun: MALE_NOUNS,
  femaleNoun: FEMALE_NOUNS,
  maleName: `${MALE_NAMES}
alain antoine bastien baptiste benoît bernard clément cédric damien denis didier emmanuel étienne fabrice florian françois frédéric
gérard gilles guillaume hervé jean jérôme joël julien laurent loïc luc maxime mathieu michel olivier pascal patrice quentin rémi rené
sébastien serge stéphane sylvain théo thierry thibault xavier yann yves
`,
  femaleName: `${FEMALE_NAMES}
agnès amélie anaïs aurélie béatrice brigitte camille catherine cécile céline chantal chloé claire clémence corinne delphine élise
élodie émilie florence françoise geneviève hélène inès isabelle jeanne josiane juliette laure léa louise lucie manon marguerite
marie marine martine mathilde monique nadine nathalie odile pauline sabine sandrine solène sophie sylvie valérie véronique virginie
yvette
`,
  nameParticle: 'de du la le van von des',
  locative: 'à en dans près de',
  common: `
gens choses chose temps fois monde faire avoir être cette leurs entre après selon comme avec sans dans pour elle elles nous vous ils
être fait font peut doit sont était ainsi aussi encore même tout tous toute toutes deux trois plus moins très
`,
}
