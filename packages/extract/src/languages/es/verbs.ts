import { quotationVerbs } from '../quotation-verbs.js'

/** Spanish verbs that report; see `quotation-verbs.ts` for the columns. The participle is among the singular forms. */
export const VERBS = quotationVerbs(
  `
decir dijo dice decía dicho | dijeron dicen
afirmar afirmó afirma afirmaba afirmado | afirmaron afirman
asegurar aseguró asegura aseguraba asegurado | aseguraron aseguran
explicar explicó explica explicaba explicado | explicaron explican
añadir añadió añade añadía añadido | añadieron añaden
agregar agregó agrega agregado | agregaron agregan
declarar declaró declara declaraba declarado | declararon declaran
señalar señaló señala señalado | señalaron señalan
indicar indicó indica indicado | indicaron indican
manifestar manifestó manifiesta manifestado | manifestaron manifiestan
comentar comentó comenta comentado | comentaron comentan
subrayar subrayó subraya subrayado | subrayaron subrayan
destacar destacó destaca destacado | destacaron destacan
advertir advirtió advierte advertido | advirtieron advierten
anunciar anunció anuncia anunciado | anunciaron anuncian
responder respondió responde respondido | respondieron responden
contestar contestó contesta contestado | contestaron contestan
preguntar preguntó pregunta preguntado | preguntaron preguntan
contar contó cuenta contado | contaron cuentan
recordar recordó recuerda recordado | recordaron recuerdan
reconocer reconoció reconoce reconocido | reconocieron reconocen
aclarar aclaró aclara aclarado | aclararon aclaran
admitir admitió admite admitido | admitieron admiten
lamentar lamentó lamenta lamentado | lamentaron lamentan
insistir insistió insiste insistido | insistieron insisten
prometer prometió promete prometido | prometieron prometen
denunciar denunció denuncia denunciado | denunciaron denuncian
criticar criticó critica criticado | criticaron critican
concluir concluyó concluye concluido | concluyeron concluyen
sostener sostuvo sostiene sostenido | sostuvieron sostienen
apuntar apuntó apunta apuntado | apuntaron apuntan
precisar precisó precisa precisado | precisaron precisan
confirmar confirmó confirma confirmado | confirmaron confirman
escribir escribió escribe escrito | escribieron escriben
tuitear tuiteó tuitea tuiteado | tuitearon
publicar publicó publica publicado | publicaron
exclamar exclamó exclama exclamado | exclamaron
gritar gritó grita gritado | gritaron gritan
murmurar murmuró murmura | murmuraron
susurrar susurró susurra | susurraron
replicar replicó replica replicado | replicaron replican
expresar expresó expresa expresado | expresaron expresan
opinar opinó opina opinado | opinaron opinan
considerar consideró considera considerado | consideraron consideran
relatar relató relata relatado | relataron relatan
resumir resumió resume resumido | resumieron
sentenciar sentenció sentencia sentenciado | sentenciaron
bromear bromeó bromea bromeado | bromearon
celebrar celebró celebra celebrado | celebraron celebran
exigir exigió exige exigido | exigieron exigen
pedir pidió pide pedido | pidieron piden
reiterar reiteró reitera reiterado | reiteraron reiteran
zanjar zanjó zanja | zanjaron
quejarse quejó queja quejado | quejaron
`,
  {
    WRITING: 'escribir',
    TWEETING: 'tuitear',
    POSTING: 'publicar',
    TELLING: 'decir contar',
  },
)
