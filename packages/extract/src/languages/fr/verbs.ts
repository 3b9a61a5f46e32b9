import { quotationVerbs } from '../quotation-verbs.js'

/** French verbs that report; see `quotation-verbs.ts` for the columns. The participle is among the singular forms. */
export const VERBS = quotationVerbs(
  `
dire dit disait dira | disent disaient
déclarer déclaré déclare déclarait déclara | déclarent
affirmer affirmé affirme affirmait affirma | affirment
expliquer expliqué explique expliquait expliqua | expliquent
ajouter ajouté ajoute ajoutait ajouta | ajoutent
assurer assuré assure assurait assura | assurent
estimer estimé estime estimait estima | estiment
indiquer indiqué indique indiquait indiqua | indiquent
préciser précisé précise précisait précisa | précisent
souligner souligné souligne soulignait souligna | soulignent
annoncer annoncé annonce annonçait annonça | annoncent
répondre répondu répond répondait répondit | répondent
demander demandé demande demandait demanda | demandent
rappeler rappelé rappelle rappelait rappela | rappellent
raconter raconté raconte racontait raconta | racontent
confier confié confie confiait confia | confient
reconnaître reconnu reconnaît reconnaissait reconnut | reconnaissent
regretter regretté regrette regrettait regretta | regrettent
avertir averti avertit avertissait | avertissent
prévenir prévenu prévient prévint | préviennent
promettre promis promet promit | promettent
insister insisté insiste insistait insista | insistent
conclure conclu conclut concluait | concluent
commenter commenté commente commentait commenta | commentent
écrire écrit écrivait écrivit | écrivent
tweeter tweeté tweete tweeta | tweetent
publier publié publie | publient
lancer lancé lance lançait lança | lancent
poursuivre poursuivi poursuit poursuivait poursuivit | poursuivent
dénoncer dénoncé dénonce dénonçait dénonça | dénoncent
critiquer critiqué critique critiqua | critiquent
plaider plaidé plaide plaida | plaident
témoigner témoigné témoigne témoigna | témoignent
résumer résumé résume résuma | résument
s'exclamer exclamé exclame exclama | exclament
féliciter félicité félicite félicita | félicitent
réjouir réjoui réjouit | réjouissent
inquiéter inquiété inquiète inquiéta | inquiètent
indigner indigné indigne indigna | indignent
interroger interrogé interroge interrogea | interrogent
juger jugé juge jugea | jugent
marteler martelé martèle martela | martèlent
observer observé observe observa | observent
noter noté note nota | notent
réagir réagi réagit | réagissent
répliquer répliqué réplique répliqua | répliquent
rétorquer rétorqué rétorque rétorqua | rétorquent
répéter répété répète répéta | répètent
soutenir soutenu soutient soutint | soutiennent
admettre admis admet admit | admettent
avouer avoué avoue avoua | avouent
murmurer murmuré murmure murmura | murmurent
crier crié crie cria | crient
soupirer soupiré soupire soupira | soupirent
plaisanter plaisanté plaisante plaisanta | plaisantent
glisser glissé glisse glissa | glissent
détailler détaillé détaille détailla | détaillent
`,
  {
    WRITING: 'écrire',
    TWEETING: 'tweeter',
    POSTING: 'publier',
    TELLING: 'dire raconter confier',
  },
)
