import { topicEntries } from '../topic-entries.js'

/**
 * The topics of the English list in French: same slugs and parents, so that articles of all languages share one tree.
 * See `topic-entries.ts` for the columns.
 */
export const TOPICS = topicEntries(`
politics | Politique | | parti politique, coalition gouvernementale, premier ministre, première ministre, chef de l’opposition, opposant | parti, ministre, président, présidente, sénateur, opposition
elections | Élections | politics | élection, élections, électeurs, scrutin, bulletins de vote, référendum, présidentielle, législatives, municipales, campagne électorale | vote, votes, candidat, candidate, candidats
voting-rights | Droit de vote | elections | droit de vote, listes électorales
campaign-finance | Financement des campagnes | elections | financement de campagne, comptes de campagne
opinion-polls | Sondages | elections | sondage, sondages, intentions de vote | sondés, enquête
parliament | Parlement et législation | politics | parlement, députés, projet de loi, assemblée nationale, législation, parlementaires, député, députée, proposition de loi | loi, sénat, amendement
government | Gouvernement et administration | politics | fonction publique, remaniement, conseil des ministres, fonctionnaires | gouvernement, administration
local-government | Collectivités locales | politics | conseil municipal, maire, mairie, conseillers municipaux, commune, communes, municipalité, adjoint au maire, conseil départemental | municipal, habitants
corruption | Corruption | politics | pots-de-vin, détournement de fonds, blanchiment, blanchiment de capitaux
constitution | Constitution | politics | révision constitutionnelle, conseil constitutionnel, cour constitutionnelle
impeachment | Destitution | politics | procédure de destitution, impeachment | destitution
economy | Économie | | croissance économique, récession, produit intérieur brut, pib, économistes | économique, croissance, économie
taxation | Impôts | economy | impôt, impôts, contribuables, tva, réforme fiscale, taxes | taxe, fiscal
trade | Commerce | economy | droits de douane, libre-échange, guerre commerciale, accord commercial, commerce extérieur | exportations, importations, commerce
employment | Emploi | economy | chômage, chômeurs, salaire minimum, smic, licenciements, suppressions d’emplois, suppressions de postes | emploi, emplois, salariés, salaires
labour-unions | Syndicats | employment | syndicat, syndicats, grève, grèves, grévistes, cgt, cfdt, préavis de grève | syndical, mobilisation
inflation | Inflation et prix | economy | inflation, l’inflation, coût de la vie, prix à la consommation, hausse des prix, pouvoir d’achat, d’inflation | prix
central-banks | Banques centrales et taux | economy | banque centrale, banque centrale européenne, bce, taux d’intérêt, taux directeur, taux directeurs, politique monétaire, réserve fédérale, banques centrales | taux
banking | Banques et finance | economy | banques, bancaire, bancaires, fonds d’investissement | banque, crédit, prêts, finance
stock-markets | Bourse | economy | cac 40, actionnaires, marchés financiers, wall street, cours de bourse, introduction en bourse | bourse, actions, investisseurs, obligations
public-debt | Budget et dette publique | economy | budget, déficit, dette publique, dépenses publiques, ministre des finances, loi de finances | dette, finances
housing | Logement | economy | logement, logements, locataires, loyers, loyer, propriétaires, hlm, immobilier, sans-abri | appartement
business | Entreprises | economy | entreprise, entreprises, pdg, pme, start-up, patronat, directeur général, directrice générale | société, clients, groupe
company-results | Résultats d’entreprises | business | résultat net, bénéfice net, chiffre d’affaires, résultats trimestriels, avertissement sur résultats | bénéfice, bénéfices, ventes, pertes
mergers | Fusions et faillites | business | fusion, opa, faillite, redressement judiciaire, liquidation judiciaire, offre publique d’achat | rachat, acquisition
retail | Commerce de détail | business | supermarché, supermarchés, grande distribution, grands magasins | magasins, magasin
fisheries | Pêche | agriculture | pêche, pêcheurs, chalutiers, quotas de pêche | poisson, poissons
agriculture | Agriculture | economy | agriculteurs, agriculture, éleveurs, élevage, fnsea, exploitation agricole | récolte, récoltes, agricole
food | Cuisine et boissons | | restaurants, recette, recettes, gastronomie, chef étoilé, vignerons | cuisine, restaurant, vin, plats
energy | Énergie | economy | électricité, centrale électrique, réseau électrique, edf, panne de courant, coupures d’électricité | énergie, courant
oil-and-gas | Pétrole et gaz | energy | pétrole, gaz naturel, opep, baril, carburant, carburants, hydrocarbures | gaz, oléoduc, essence
coal | Charbon | energy | mines de charbon, centrales à charbon | charbon
renewable-energy | Énergies renouvelables | energy | énergies renouvelables, éoliennes, éolien, panneaux solaires, énergie solaire, parc éolien
nuclear-power | Énergie nucléaire | energy | centrale nucléaire, centrales nucléaires, énergie nucléaire, déchets nucléaires | réacteur
environment | Environnement | | pollution, biodiversité, déforestation, écologistes, environnement | écologique
climate-change | Changement climatique | environment | réchauffement climatique, changement climatique, gaz à effet de serre, accord de paris, dérèglement climatique | climat
water | Eau | environment | sécheresse, eau potable, nappes phréatiques, assainissement | eau
weather | Météo | environment | météo-france, intempéries, canicule, chutes de neige, vigilance orange, orages, températures | pluie, neige, vent, orage, météo
disasters | Catastrophes naturelles | environment | séisme, ouragan, incendie de forêt, feux de forêt, tsunami, inondations, éruption, cyclone, tremblement de terre | évacués
accidents | Accidents | | accident de la route, accident de voiture, accident d’avion, sapeurs-pompiers, pompiers, collision, déraillement, blessés graves | accident, blessés, explosion, incendie
foreign-policy | Politique étrangère | | diplomatie, diplomates, ministre des affaires étrangères, ambassadeur, ambassadrice, politique étrangère, quai d’orsay | ambassade, sommet, diplomatique
sanctions | Sanctions | foreign-policy | sanctions économiques, embargo | sanctions
nuclear-deal | Accord nucléaire iranien | foreign-policy | accord nucléaire | accord, uranium, enrichissement
nuclear-weapons | Armes nucléaires | security | armes nucléaires, arme nucléaire, missile balistique, désarmement, ogives | missile, missiles
united-nations | Nations unies | foreign-policy | onu, conseil de sécurité, casques bleus, l’onu
european-union | Union européenne | foreign-policy | brexit, commission européenne, zone euro, parlement européen, ue | bruxelles
nato | Otan | security | otan, l’otan
middle-east | Moyen-Orient | foreign-policy | gaza, cisjordanie, proche-orient, palestiniens, moyen-orient | syrie, yémen, israël, iran, irak
security | Sécurité et défense | | armée, forces armées, soldats, militaires, ministre des armées, l’armée | militaire, troupes, défense
war | Guerre et conflits | security | cessez-le-feu, guerre civile, bombardement, bombardements, crimes de guerre, frappes aériennes | guerre, invasion, combats, offensive
terrorism | Terrorisme | security | terroristes, terroriste, terrorisme, état islamique, djihadistes, attentat terroriste | attentat, attentats
intelligence | Renseignement et espionnage | security | espionnage, services secrets, services de renseignement | espions, surveillance, renseignement
cybersecurity | Cybersécurité | security | cyberattaque, cyberattaques, pirates informatiques, piratage | hackers
veterans | Anciens combattants | security | anciens combattants, vétérans
crime | Criminalité | | meurtre, assassinat, homicide, braquage, enlèvement, cambriolage, poignardé, interpellé, interpellés, garde à vue, trafiquants | vol, bande, crime, victime, suspect
policing | Police | crime | policiers, gendarmes, gendarmerie, police, policier, forces de l’ordre, violences policières | agents, commissariat
gun-policy | Armes à feu | crime | armes à feu, arme à feu, contrôle des armes, fusillade
drugs | Drogues | crime | cocaïne, héroïne, cannabis, trafic de drogue, narcotrafic, stupéfiants | drogue, drogues
justice | Tribunaux et justice | | cour d’appel, cour d’assises, procureur, parquet, prévenu, accusés, co-accusés, condamné, condamnés, tribunal correctionnel, mis en examen, conseil d’état, cour de cassation, plaidé, avocats de la défense, magistrats | procès, juge, juges, tribunal, avocat, avocats, audience, justice, plainte, cour
prisons | Prisons | justice | prison, prisons, détenus, maison d’arrêt, administration pénitentiaire | détention, cellule, liberté provisoire
human-rights | Droits humains | | droits de l’homme, droits humains, prisonniers politiques, torture, liberté d’expression, amnesty international
protests | Manifestations | | manifestants, manifestation, manifestations, gaz lacrymogène, gilets jaunes, émeutes | cortège, manifester
privacy | Vie privée et données | human-rights | données personnelles, protection des données, rgpd, cnil | vie privée
race | Racisme | human-rights | racisme, raciste, racistes | discrimination, discriminations
gender-equality | Égalité des genres | human-rights | égalité femmes-hommes, sexisme, féministes, féminisme, droits des femmes, parité
sexual-violence | Violences sexuelles | crime | viol, viols, agression sexuelle, agressions sexuelles, violences sexuelles, harcèlement sexuel | harcèlement
lgbt-rights | Droits LGBT | human-rights | mariage pour tous, lgbt, homophobie, transgenres
religion | Religion | | évêque, évêques, pape, vatican, musulmans, chrétiens, mosquée, islam, laïcité | église, catholique, catholiques
immigration | Immigration | | immigrés, migrants, immigration, expulsion des étrangers, asile, demandeurs d’asile, sans-papiers | frontière, visa
refugees | Réfugiés | immigration | réfugiés, camp de réfugiés, déplacés
health | Santé | | hôpitaux, patients, santé publique, médecins, soignants, cancer, chirurgie, ministre de la santé, infirmières | hôpital, maladie, médecin, santé, traitement
health-insurance | Assurance maladie | health | assurance maladie, sécurité sociale, mutuelles
abortion | Avortement | health | avortement, ivg
pandemic | Pandémies et infections | health | pandémie, épidémie, covid-19, coronavirus, vaccin, vaccins, vaccination, grippe, rougeole, confinement | virus, infection, contagion
education | Éducation | | écoles, enseignants, élèves, professeurs, collège, lycée, rentrée scolaire, éducation nationale | école, classes, classe
higher-education | Universités | education | universités, frais d’inscription, enseignement supérieur | université, étudiants, campus
science | Science | | scientifiques, physique, cnrs, physiciens | chercheurs, étude, laboratoire, recherche
space | Espace | science | nasa, astronautes, vaisseau spatial, satellites, station spatiale, fusée, télescope | lune, mars, satellite, spatiale, spatial
technology | Technologie | | intelligence artificielle, algorithmes, silicon valley, smartphones, géants du numérique | internet, logiciel, application, google, apple, numérique
video-games | Jeux vidéo | technology | jeu vidéo, jeux vidéo, consoles
social-media | Réseaux sociaux | technology | réseaux sociaux, instagram, réseau social | twitter, facebook, tweet
media | Médias | | journalistes, journalisme, liberté de la presse, journaux | presse, quotidien, médias
transport | Transports | | sncf, ferry, transports en commun, chemins de fer, cheminots, tgv, ratp, tramway | train, trains, route, port, passagers, voyageurs, métro
aviation | Aviation | transport | aéroport, compagnie aérienne, compagnies aériennes, air france, boeing, airbus | avion, avions, vol, vols, pilotes, passagers
cars | Automobile | transport | automobile, voiture électrique, voitures électriques, constructeur automobile, renault, peugeot | voiture, voitures, véhicules
sports | Sport | | jeux olympiques, championnat, coupe du monde, tournoi, athlètes, demi-finale, quart de finale, sélectionneur | match, équipe, joueurs, entraîneur, victoire, défaite, saison, stade
football | Football | sports | footballeur, footballeurs, ligue 1, ligue des champions, gardien de but, attaquant, penalty, fifa, uefa, coupe de france, milieu de terrain | football, but, buts, mi-temps
american-football | Football américain | sports | nfl, super bowl, football américain
basketball | Basket-ball | sports | nba, basketteurs | basket, rebonds
baseball | Baseball | sports | ligue majeure de baseball | baseball
ice-hockey | Hockey sur glace | sports | nhl, hockey sur glace
tennis | Tennis | sports | roland-garros, coupe davis, wimbledon, grand chelem, atp | tennis, double
golf | Golf | sports | terrain de golf, ryder cup, golfeur | golf
cricket | Cricket | sports | guichets | cricket
motor-sport | Sport automobile | sports | formule 1, grand prix, motogp, rallye | course, pilote, tours
culture | Arts et culture | | musée, musées, exposition, théâtre, opéra, peintre | artiste, artistes, art, culture, festival, œuvre
music | Musique | culture | chanteur, chanteuse, concert, concerts, orchestre, disque, album | musique, chanson, chansons, tournée
film-and-television | Cinéma et télévision | culture | hollywood, cinéaste, réalisateur, réalisatrice, actrice, netflix, cinéma, série télévisée, césars | film, films, acteur, télévision, série
books | Livres | culture | roman, romans, écrivain, écrivaine, maison d’édition, prix goncourt, romancier | livre, livres, auteur, autrice
royalty | Familles royales | | famille royale, monarchie, princesse | roi, reine, prince, palais
`)
