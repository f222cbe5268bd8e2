-- Les tables du portail. Les cinq dernières colonnes de dossier_rdvc et celle des évaluateurs en
-- retard servent aux listes ; tout le reste est ce que des écrans de gestion attendent.
-- `collate "C"` : l'ordre des textes est celui de leurs octets, le même dans toutes les bases.

create table if not exists personne (
  academie text collate "C" not null,
  id text collate "C" not null,
  prenom text not null,
  nom text not null,
  qualite text not null,
  courriel text,
  primary key (academie, id)
);

create table if not exists absence (
  academie text collate "C" not null,
  personne text collate "C" not null,
  du date not null,
  au date not null,
  motif text not null,
  primary key (academie, personne, du, au, motif),
  foreign key (academie, personne) references personne on delete cascade
);

create table if not exists campagne_rdvc (
  academie text collate "C" not null,
  cle text collate "C" not null,
  version int not null,
  annee_scolaire text not null,
  gestionnaires text[] not null,
  modalites jsonb not null,
  creee_le timestamptz not null,
  creee_par text not null,
  en_qualite_de text not null,
  au_nom_de text,
  primary key (academie, cle)
);

create table if not exists dossier_rdvc (
  academie text collate "C" not null,
  cle text collate "C" not null,
  version int not null,
  campagne text collate "C" not null,
  agent text collate "C" not null,
  prenom text not null,
  nom text not null,
  qualite text not null,
  courriel text,
  etat text collate "C" not null,
  edition int,
  demandes int,
  modalites jsonb not null,
  observations text, -- une colonne du portail, que la bibliothèque ne connaît pas
  tri_agent text collate "C" not null,
  tri_qualite text collate "C" not null,
  tri_evaluateurs text collate "C" not null,
  recherche text collate "C" not null,
  recherche_portail text collate "C" not null,
  primary key (academie, cle),
  unique (academie, campagne, agent),
  check (cle = campagne || '/' || agent),
  foreign key (academie, campagne) references campagne_rdvc,
  foreign key (academie, agent) references personne
);

create index if not exists dossier_de_l_agent on dossier_rdvc (academie, agent);

create table if not exists dossier_evaluateur (
  academie text collate "C" not null,
  dossier text collate "C" not null,
  role text collate "C" not null,
  rang int not null,
  personne text collate "C" not null,
  prenom text not null,
  nom text not null,
  qualite text not null,
  courriel text,
  en_retard boolean not null,
  primary key (academie, dossier, role),
  foreign key (academie, dossier) references dossier_rdvc on delete cascade,
  foreign key (academie, personne) references personne
);

create index if not exists dossier_de_l_evaluateur on dossier_evaluateur (academie, personne);

create table if not exists rendez_vous (
  academie text collate "C" not null,
  dossier text collate "C" not null,
  creneau text collate "C" not null,
  rang int not null,
  role text collate "C",
  jour date not null,
  heure_debut time not null,
  heure_fin time not null,
  lieu text not null,
  fuseau text not null,
  debut_utc timestamptz not null,
  fin_utc timestamptz not null,
  rang_modification int,
  rang_report int,
  issue text,
  primary key (academie, dossier, creneau),
  foreign key (academie, dossier) references dossier_rdvc on delete cascade
);

create table if not exists acte (
  academie text collate "C" not null,
  dossier text collate "C" not null,
  numero int not null,
  type text not null,
  fait_le timestamptz not null,
  fait_par text not null,
  en_qualite_de text not null,
  au_nom_de text,
  details jsonb not null,
  primary key (academie, dossier, numero),
  foreign key (academie, dossier) references dossier_rdvc on delete cascade
);

create table if not exists file_mail (
  numero bigint generated always as identity primary key,
  academie text collate "C" not null,
  message text collate "C" not null,
  sujet_type text collate "C" not null,
  sujet_cle text collate "C" not null,
  destinataire text not null,
  adresse text not null,
  objet text not null,
  contenu jsonb not null,
  depose_le timestamptz not null,
  statut text collate "C" not null default 'en-attente',
  tentatives int not null default 0,
  prochain_essai timestamptz not null,
  regle_le timestamptz,
  reponse text,
  fil text collate "C", -- les mails d'un fil sur un même sujet se remplacent
  pris_jusqu_a timestamptz,
  unique (academie, message)
);

create index if not exists mails_a_envoyer on file_mail (numero)
  where statut in ('en-attente', 'reporte');
create index if not exists mails_du_sujet on file_mail (academie, sujet_type, sujet_cle, fil);
