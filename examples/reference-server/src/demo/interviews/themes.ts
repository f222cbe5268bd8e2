/** What the six bureaus of the scenario do: the material of their reports, all of it made up. */

/** A training need, as reports write it. */
interface Need {
  readonly text: string
  readonly purpose: "post" | "evolution" | "project"
}

/** What the reports of a bureau are made of; agents get different pieces of it. */
export interface Theme {
  readonly collective: string
  readonly missions: ReadonlyArray<string>
  readonly results: ReadonlyArray<string>
  readonly difficulties: ReadonlyArray<string>
  readonly objectives: ReadonlyArray<string>
  readonly needs: ReadonlyArray<Need>
}

const spreadsheet: Need = { text: "Tableur, niveau confirmé", purpose: "post" }
const preparation: Need = {
  text: "Préparation au concours interne d'attaché d'administration",
  purpose: "project",
}
const writing: Need = { text: "Écriture administrative claire", purpose: "post" }
const accessibility: Need = {
  text: "Accessibilité numérique des documents",
  purpose: "evolution",
}

/** The themes, in the order of the superiors. */
export const themes: ReadonlyArray<Theme> = [
  {
    collective: "Zéro sujet réédité à la session de juin 2026",
    missions: [
      "Gestion du brevet de technicien supérieur : inscriptions, convocations des candidats et des jurys, publication des résultats. Suivi de douze spécialités et de 2 400 candidats.",
      "Organisation du baccalauréat professionnel : choix des centres, affectation des jurys, circuit des sujets jusqu'aux 23 centres de l'académie.",
    ],
    results: [
      "Les convocations de la session 2025 sont parties à la date prévue, malgré l'absence de deux collègues en avril. Le nombre de réclamations a baissé de 41 à 17.",
      "L'objectif de dématérialisation des dossiers d'inscription est atteint : 96 % des dossiers sont complets à la clôture, contre 71 % en 2024.",
    ],
    difficulties: [
      "La reprise des notes a été retardée de quatre jours par une panne de l'application, ce que l'agent a signalé aussitôt et compensé par deux soirées de présence.",
      "Les consignes aux centres arrivent parfois trop tard : trois chefs de centre ont appelé la veille des épreuves.",
    ],
    objectives: [
      "Publier les résultats de la session 2026 le jour annoncé, sans rectificatif",
      "Écrire, avant le 30 novembre, le mode d'emploi de l'affectation des jurys et y former un second agent",
      "Ramener à moins de dix le nombre de convocations rééditées",
    ],
    needs: [spreadsheet, { text: "Droit des examens et concours", purpose: "post" }, preparation],
  },
  {
    collective: "Raccourcir de dix jours le délai de remboursement des jurys",
    missions: [
      "Instruction des dossiers des concours de recrutement : recevabilité, aménagements d'épreuves, réponses aux candidats.",
      "Constitution des jurys et suivi de leurs frais de déplacement : 310 membres, neuf sections.",
    ],
    results: [
      "Tous les aménagements d'épreuves ont été notifiés avant le 15 mars. Aucun recours n'a été formé contre une décision de recevabilité.",
      "Le délai moyen de remboursement est passé de 74 à 52 jours ; l'objectif de 45 jours n'est pas encore tenu pour les jurys d'outre-mer.",
    ],
    difficulties: [
      "Le calendrier de deux concours s'est chevauché en mars, sans renfort, et l'accueil téléphonique en a souffert.",
      "Les pièces justificatives des jurys arrivent encore souvent incomplètes.",
    ],
    objectives: [
      "Rembourser 90 % des jurys dans les 45 jours",
      "Proposer, avant le 1er octobre, une lettre type de demande de pièces en langage clair",
    ],
    needs: [
      writing,
      { text: "Réglementation des frais de déplacement", purpose: "post" },
      preparation,
    ],
  },
  {
    collective: "Tenir le calendrier de clôture de l'exercice 2026",
    missions: [
      "Suivi des crédits de fonctionnement du service : engagements, services faits, relances des fournisseurs.",
      "Préparation du dialogue de gestion et tenue du tableau de bord budgétaire mensuel.",
    ],
    results: [
      "La clôture 2025 s'est faite avec 99,2 % de crédits consommés et six jours d'avance sur le calendrier.",
      "Le tableau de bord mensuel est lu par tous les chefs de bureau ; sa présentation a été reprise à leur demande.",
    ],
    difficulties: [
      "Deux marchés ont été renouvelés tardivement, faute d'alerte automatique.",
      "Le partage des tâches avec la plateforme régionale reste à préciser.",
    ],
    objectives: [
      "Mettre en place une alerte six mois avant la fin de chaque marché",
      "Réduire à 20 jours le délai moyen de certification du service fait",
    ],
    needs: [spreadsheet, { text: "Exécution des marchés publics", purpose: "post" }],
  },
  {
    collective: "Ouvrir le nouveau portail des agents le 1er septembre 2026",
    missions: [
      "Assistance aux utilisateurs, tenue du parc de 420 postes, suivi des incidents.",
      "Développement et exploitation des applications locales, dont la prise de rendez-vous en ligne.",
    ],
    results: [
      "Le délai médian de résolution des incidents est de 5 heures, pour un objectif de 8 heures.",
      "La migration des postes s'est achevée en octobre, sans interruption de service pendant les examens.",
    ],
    difficulties: [
      "La documentation des applications locales n'est à jour que pour deux d'entre elles sur cinq.",
      "Les astreintes des sessions d'examens ont reposé sur trois personnes.",
    ],
    objectives: [
      "Documenter les cinq applications locales avant la fin de l'année",
      "Former deux collègues à l'astreinte des examens",
      "Rendre accessibles les formulaires les plus utilisés",
    ],
    needs: [accessibility, { text: "Sécurité des applications web", purpose: "evolution" }],
  },
  {
    collective: "Répondre à tous les usagers en moins de cinq jours ouvrés",
    missions: [
      "Accueil du public et des personnels, au guichet et au téléphone, et orientation vers les bureaux.",
      "Réponse aux demandes écrites et tenue de la foire aux questions du site.",
    ],
    results: [
      "Le taux d'appels aboutis est de 87 %, contre 79 % en 2024, à effectif constant.",
      "La foire aux questions a été réécrite ; les demandes répétées ont baissé d'un quart.",
    ],
    difficulties: [
      "Les jours de résultats, l'affluence dépasse ce que deux guichets peuvent absorber.",
      "Certaines réponses des bureaux tardent, ce qui expose l'agent au mécontentement des usagers.",
    ],
    objectives: [
      "Tenir à jour la foire aux questions chaque mois avec les bureaux",
      "Proposer un renfort organisé pour les trois jours de résultats",
    ],
    needs: [writing, { text: "Accueil des publics en situation de handicap", purpose: "post" }],
  },
  {
    collective: "Livrer les centres d'examen sans retard ni casse",
    missions: [
      "Reprographie des sujets, préparation des plis, tournées vers les centres d'examen.",
      "Gestion des locaux, des salles de réunion et du parc de véhicules.",
    ],
    results: [
      "Les 1 150 plis de la session ont été livrés à l'heure, sans erreur de centre.",
      "Les véhicules ont été partagés avec deux services voisins, pour une économie d'un dixième du budget.",
    ],
    difficulties: [
      "Une machine de reprographie a été arrêtée onze jours en mai.",
      "Les réservations de salles se font encore par trois voies différentes.",
    ],
    objectives: [
      "Mettre en service un seul outil de réservation des salles avant le 1er juillet",
      "Préparer un plan de secours pour la reprographie des sujets",
    ],
    needs: [{ text: "Gestes et postures", purpose: "post" }, accessibility],
  },
]
