/** A usual convocation with three appointments: the document of the tests and of the bench. */
import type { DocumentContent } from "@convoque/core/kernel/document"

/** The convocation of one agent; `agent` is the addressee's name. */
export const convocation = (agent: string): DocumentContent => ({
  title: "Convocation à vos rendez-vous de carrière",
  language: "fr-FR",
  author: "Rectorat de l’académie de Toulouse",
  subject: "Campagne 2026-2027 des rendez-vous de carrière",
  letterhead: [
    "Académie de Toulouse",
    "Rectorat — Direction des personnels enseignants",
    "75, rue Saint-Roch",
    "31400 Toulouse",
  ],
  addressee: [
    agent,
    "Professeure certifiée de mathématiques",
    "Lycée Pierre-de-Fermat",
    "Parvis des Jacobins",
    "31000 Toulouse",
  ],
  runningHead: "Lycée Pierre-de-Fermat — UAI 0310036G",
  blocks: [
    {
      _tag: "fields",
      rows: [
        { label: "Campagne", value: "Rendez-vous de carrière 2026-2027" },
        { label: "Corps", value: "Professeurs certifiés" },
        { label: "Références", value: "Décret n° 72-581 du 4 juillet 1972, articles 30-2 à 30-5" },
      ],
    },
    { _tag: "paragraph", text: `Madame, Monsieur ${agent},` },
    {
      _tag: "paragraph",
      text:
        "Au titre de l’année scolaire 2026-2027, vous bénéficiez du deuxième rendez-vous de " +
        "carrière. Il comprend une inspection en situation d’enseignement, suivie d’un entretien " +
        "avec l’inspecteur, puis d’un entretien avec votre chef d’établissement. Vous êtes " +
        "convoquée aux rendez-vous suivants :",
    },
    {
      _tag: "table",
      caption: "Vos rendez-vous",
      columns: [
        { label: "Rendez-vous", width: 23 },
        { label: "Date", width: 23 },
        { label: "Horaire", width: 16 },
        { label: "Lieu", width: 26 },
        { label: "Évaluateur", width: 24 },
      ],
      rowHeaders: 1,
      rows: [
        [
          "Inspection en classe",
          "mardi 12 janvier 2027",
          "10:00\u{a0}– 10:55",
          "Lycée Pierre-de-Fermat, salle B 204",
          "Hélène Bœuf, IA-IPR de mathématiques",
        ],
        [
          "Entretien avec l’inspectrice",
          "mardi 12 janvier 2027",
          "11:15\u{a0}– 12:00",
          "Lycée Pierre-de-Fermat, bureau 12",
          "Hélène Bœuf, IA-IPR de mathématiques",
        ],
        [
          "Entretien avec le chef d’établissement",
          "jeudi 28 janvier 2027",
          "14:30\u{a0}– 15:15",
          "Lycée Pierre-de-Fermat, bureau du proviseur",
          "François Çelik, proviseur",
        ],
      ],
    },
    {
      _tag: "notice",
      title: "Heures locales",
      lines: ["Les heures sont celles de Paris (UTC+1 à ces dates)."],
    },
    { _tag: "heading", text: "Accepter ou demander un report" },
    {
      _tag: "bullets",
      items: [
        "Vous acceptez ces rendez-vous, ou demandez le report de l’un d’eux, sur le portail agent.",
        "Une demande de report nomme le rendez-vous et son motif ; l’évaluateur y répond.",
        "Le document de préparation vous a été remis ; le compte rendu vous sera communiqué.",
      ],
    },
    {
      _tag: "paragraph",
      text: "Je vous prie d’agréer, Madame, Monsieur, l’expression de ma considération distinguée.",
    },
    {
      _tag: "signature",
      place: "Fait à Toulouse, le 1er décembre 2026",
      lines: [
        "Pour le recteur et par délégation,",
        "la directrice des personnels enseignants",
        "Marie-Noëlle Dupré",
      ],
    },
  ],
  edition: "Édité le mardi 1er décembre 2026 à 08:00",
  pageLabel: "Page {page} sur {pages}",
})
