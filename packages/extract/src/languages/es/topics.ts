import { topicEntries } from '../topic-entries.js'

/**
 * The topics of the English list in Spanish: same slugs and parents, so that articles of all languages share one tree.
 * See `topic-entries.ts` for the columns.
 */
export const TOPICS = topicEntries(`
politics | Política | | partido político, coalición de gobierno, oposición, primer ministro, primera ministra, presidente del gobierno | partido, ministro, ministra, presidente, presidenta, senador
elections | Elecciones | politics | elecciones, votantes, comicios, urnas, referéndum, electores, campaña electoral, jornada electoral | voto, votos, candidato, candidata, candidatos
voting-rights | Derecho al voto | elections | padrón electoral, derecho al voto
campaign-finance | Financiación de campañas | elections | financiación de campañas, donaciones de campaña
opinion-polls | Encuestas | elections | sondeo, sondeos, intención de voto | encuesta, encuestas, encuestados
parliament | Parlamento y legislación | politics | parlamento, diputados, legislación, proyecto de ley, congreso de los diputados, cámara de diputados, legisladores, diputado, diputada | ley, senado, congreso
government | Gobierno y administración | politics | administración pública, funcionarios públicos, consejo de ministros, gabinete | gobierno, funcionarios
local-government | Gobierno local | politics | ayuntamiento, alcalde, alcaldesa, concejal, concejales, municipio, intendente, pleno municipal, concejala | municipal, vecinos
corruption | Corrupción | politics | soborno, sobornos, malversación, cohecho, lavado de dinero, blanqueo
constitution | Constitución | politics | reforma constitucional, tribunal constitucional, constitución
impeachment | Juicio político | politics | juicio político, destitución del presidente, impeachment
economy | Economía | | crecimiento económico, recesión, producto interior bruto, producto interno bruto, pib, economistas | económico, económica, crecimiento, economía
taxation | Impuestos | economy | impuesto, impuestos, contribuyentes, iva, reforma fiscal, reforma tributaria, aranceles internos | fiscal, recaudación
trade | Comercio | economy | aranceles, acuerdo comercial, libre comercio, guerra comercial, comercio exterior | exportaciones, importaciones, comercio, arancel
employment | Empleo | economy | desempleo, paro, salario mínimo, despidos, desempleados, puestos de trabajo, parados | empleo, empleos, trabajadores, salarios, contratación
labour-unions | Sindicatos | employment | sindicato, sindicatos, huelga, huelgas, huelguistas, convenio colectivo, paro general, comisiones obreras, ugt | sindical, piquete
inflation | Inflación y precios | economy | inflación, inflacionaria, costo de vida, coste de la vida, índice de precios, precios al consumidor, suba de precios, ipc, alza de precios | precios, precio
central-banks | Bancos centrales y tipos de interés | economy | banco central, bancos centrales, tipos de interés, tasa de interés, tasas de interés, política monetaria, reserva federal, bce, banco central europeo, emisor | tasas, tipos
banking | Banca y finanzas | economy | bancos, banca, bancaria, entidades financieras, fondos de inversión | banco, crédito, préstamos, créditos
stock-markets | Bolsa | economy | bolsa de valores, acciones, ibex, wall street, bursátil, mercados bursátiles | bolsa, inversores, bonos
public-debt | Presupuesto y deuda pública | economy | presupuesto, presupuestos, déficit, deuda pública, gasto público, ministro de hacienda, ministra de hacienda, ministro de economía | deuda, hacienda
housing | Vivienda | economy | vivienda, viviendas, inquilinos, hipoteca, hipotecas, alquileres, desahucios, inmobiliario | alquiler, pisos
business | Empresas | economy | empresa, empresas, empresarios, empresario, consejero delegado, directivo, pymes, multinacional | compañía, clientes, compañías
company-results | Resultados de empresas | business | resultados trimestrales, beneficio neto, ganancias netas, beneficio operativo, cuenta de resultados, facturación | beneficios, ventas, ingresos, pérdidas
mergers | Fusiones e insolvencias | business | fusión, opa, quiebra, bancarrota, concurso de acreedores | adquisición, compra
retail | Comercio minorista | business | supermercados, supermercado, grandes almacenes, minoristas | tiendas, tienda
fisheries | Pesca | agriculture | pesca, pescadores, pesquero, pesquera, pesqueros | pescado, capturas
agriculture | Agricultura | economy | agricultores, agricultura, ganadería, ganaderos, cultivos, cosechas, productores rurales | cosecha, campo
food | Comida y bebida | | restaurantes, receta, recetas, gastronomía, chef | cocina, restaurante, platos, vino
energy | Energía | economy | electricidad, central eléctrica, apagón, apagones, red eléctrica, tarifas eléctricas | energía, luz
oil-and-gas | Petróleo y gas | energy | petróleo, gas natural, opep, barril, crudo, combustibles, hidrocarburos | gas, oleoducto, gasolina
coal | Carbón | energy | minas de carbón, mineros del carbón | carbón
renewable-energy | Energías renovables | energy | energía solar, energía eólica, renovables, parque eólico, paneles solares, energías renovables
nuclear-power | Energía nuclear | energy | central nuclear, centrales nucleares, energía nuclear | reactor
environment | Medio ambiente | | contaminación, biodiversidad, deforestación, ecologistas, medio ambiente, medioambiental | ambiental
climate-change | Cambio climático | environment | calentamiento global, cambio climático, gases de efecto invernadero, crisis climática, acuerdo de parís | clima
water | Agua | environment | sequía, agua potable, embalses, embalse, suministro de agua, alcantarillado | agua
weather | Tiempo | environment | lluvias, nevadas, ola de calor, aemet, meteorología, meteorológico, temperaturas, tormentas | lluvia, nieve, viento, tormenta
disasters | Catástrofes naturales | environment | terremoto, terremotos, huracán, incendio forestal, incendios forestales, tsunami, inundaciones, volcán, erupción, sismo | evacuados
accidents | Accidentes | | accidente de tráfico, accidente de tránsito, accidente aéreo, bomberos, colisión, descarrilamiento, heridos graves, choque frontal | accidente, heridos, explosión, incendio
foreign-policy | Política exterior | | diplomacia, diplomáticos, canciller, ministro de exteriores, ministra de exteriores, embajador, embajadora, política exterior, relaciones exteriores | embajada, cumbre, diplomático
sanctions | Sanciones | foreign-policy | sanciones económicas, embargo | sanciones
nuclear-deal | Acuerdo nuclear con Irán | foreign-policy | acuerdo nuclear | acuerdo, uranio, enriquecimiento
nuclear-weapons | Armas nucleares | security | armas nucleares, arma nuclear, misil balístico, ojivas, desarme | misil, misiles
united-nations | Naciones Unidas | foreign-policy | onu, consejo de seguridad, cascos azules, naciones unidas
european-union | Unión Europea | foreign-policy | brexit, comisión europea, eurozona, ue, parlamento europeo | bruselas
nato | OTAN | security | otan
middle-east | Oriente Medio | foreign-policy | gaza, cisjordania, oriente próximo, palestinos, medio oriente | siria, yemen, israel, irán, irak
security | Seguridad y defensa | | ejército, fuerzas armadas, soldados, militares, ministro de defensa, ministra de defensa | militar, tropas, defensa
war | Guerra y conflictos | security | alto el fuego, guerra civil, bombardeo, bombardeos, crímenes de guerra | guerra, invasión, combates, ofensiva
terrorism | Terrorismo | security | terroristas, terrorista, estado islámico, atentado terrorista, yihadistas, eta | atentado, atentados
intelligence | Inteligencia y espionaje | security | espionaje, servicios secretos, servicios de inteligencia | espías, vigilancia
cybersecurity | Ciberseguridad | security | ciberataque, ciberataques, piratas informáticos, hackers
veterans | Veteranos | security | veteranos de guerra, excombatientes
crime | Delincuencia | | asesinato, homicidio, atraco, secuestro, narcotraficantes, delincuentes, asesinado, apuñalado, detenido por, banda criminal, delincuencia | robo, banda, delito, delitos, víctima, detenidos, detenido
policing | Policía | crime | policía, policías, guardia civil, policía nacional, mossos, agentes de policía | agentes, comisaría
gun-policy | Armas | crime | armas de fuego, control de armas, tiroteo, tiroteos
drugs | Drogas | crime | cocaína, heroína, cannabis, marihuana, narcotráfico, drogas | droga
justice | Tribunales y justicia | | tribunal supremo, audiencia nacional, fiscalía, fiscal general, acusado, acusados, condenado, condenados, querella, sentencia, tribunales, corte suprema, imputado | juicio, juez, jueza, tribunal, fiscal, abogado, abogados
prisons | Cárceles | justice | cárcel, presos, prisiones, reclusos | prisión, celda
human-rights | Derechos humanos | | derechos humanos, presos políticos, tortura, libertad de expresión, amnistía internacional
protests | Protestas | | manifestantes, manifestación, manifestaciones, gases lacrimógenos, disturbios, protestas | protesta, marcha
privacy | Protección de datos | human-rights | datos personales, protección de datos | privacidad
race | Racismo | human-rights | racismo, racista, racistas | discriminación
gender-equality | Igualdad de género | human-rights | igualdad de género, machismo, feministas, feminismo, brecha salarial, violencia de género
sexual-violence | Violencia sexual | crime | violación, agresión sexual, abuso sexual, abusos sexuales, acoso sexual | acoso
lgbt-rights | Derechos LGBT | human-rights | matrimonio igualitario, lgbt, lgtb, transexuales
religion | Religión | | obispo, obispos, papa, vaticano, musulmanes, cristianos, mezquita, islam | iglesia, católica, católicos
immigration | Inmigración | | inmigrantes, migrantes, inmigración, deportación, asilo, pateras, deportaciones | frontera, visado
refugees | Refugiados | immigration | refugiados, desplazados, campo de refugiados
health | Salud | | hospitales, pacientes, sanidad, salud pública, médicos, cáncer, cirugía, ministerio de salud, enfermeras | hospital, enfermedad, médico, paciente, salud, tratamiento
health-insurance | Seguro médico | health | seguro médico, obra social, mutuas
abortion | Aborto | health | aborto, abortos, interrupción del embarazo
pandemic | Pandemias e infecciones | health | pandemia, epidemia, covid-19, coronavirus, vacuna, vacunas, vacunación, gripe, sarampión | virus, contagios, contagio, infección
education | Educación | | escuelas, profesores, docentes, alumnos, colegios, educación, maestros | escuela, colegio, clases
higher-education | Universidades | education | universidades, universitarios, matrículas universitarias | universidad, estudiantes, campus
science | Ciencia | | científicos, física, científicas, investigación científica | investigadores, estudio, laboratorio
space | Espacio | science | nasa, astronautas, nave espacial, satélites, estación espacial, cohete espacial, telescopio | luna, marte, satélite, espacial
technology | Tecnología | | inteligencia artificial, algoritmos, silicon valley, teléfonos inteligentes, tecnológicas | internet, software, aplicación, google, apple, digital
video-games | Videojuegos | technology | videojuego, videojuegos, consolas
social-media | Redes sociales | technology | redes sociales, instagram | twitter, facebook, tuit
media | Medios | | periodistas, periodismo, libertad de prensa, periódicos | prensa, diario, medios
transport | Transporte | | ferrocarril, transporte público, tren de alta velocidad, ferry, metro, autobuses, renfe | tren, trenes, carretera, puerto, pasajeros, tráfico
aviation | Aviación | transport | aeropuerto, aerolínea, aerolíneas, boeing, airbus, vuelos | avión, vuelo, pilotos, pasajeros
cars | Automóviles | transport | automóviles, coche eléctrico, coches eléctricos, venta de coches, industria automotriz | coche, coches, vehículos, automóvil
sports | Deporte | | juegos olímpicos, campeonato, mundial, torneo, atletas, deportistas, selección nacional, semifinal, semifinales, cuartos de final | partido, equipo, jugadores, entrenador, victoria, derrota, liga, temporada, estadio
football | Fútbol | sports | futbolista, futbolistas, champions league, liga de campeones, portero, delantero, gol, goles, penalti, fifa, uefa, copa del rey, laliga, primera división, centrocampista | fútbol, árbitro, arquero
american-football | Fútbol americano | sports | nfl, super bowl, mariscal de campo
basketball | Baloncesto | sports | nba, acb, triples | baloncesto, básquet, rebotes
baseball | Béisbol | sports | jonrón, grandes ligas, beisbolista | béisbol
ice-hockey | Hockey sobre hielo | sports | nhl, hockey sobre hielo
tennis | Tenis | sports | wimbledon, copa davis, roland garros, tenista, grand slam, atp | tenis, dobles
golf | Golf | sports | campo de golf, ryder cup, golfista | golf
cricket | Críquet | sports | críquet
motor-sport | Automovilismo | sports | fórmula 1, gran premio, motogp, pole | carrera, piloto, vueltas
culture | Arte y cultura | | museo, museos, exposición, teatro, ópera, pintor, pintora, galería de arte | artista, artistas, arte, cultura, obra
music | Música | culture | cantante, disco, concierto, conciertos, orquesta, álbum, cantantes | música, banda, canción, canciones, gira
film-and-television | Cine y televisión | culture | hollywood, película, películas, cineasta, actriz, serie de televisión, netflix, óscar | cine, actor, serie, televisión, director
books | Libros | culture | novela, novelas, escritor, escritora, editorial, feria del libro, poesía | libro, libros, autor, autora
royalty | Casas reales | | casa real, monarquía, rey felipe, infanta, princesa | rey, reina, palacio
`)
