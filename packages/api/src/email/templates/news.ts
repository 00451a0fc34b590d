import type { NewsKind } from '../../features/notifications/kinds.ts';
import type { MailTemplate } from '../words.ts';

/** What happened, in one sentence that names no content. */
export const newsSentences: Readonly<Record<'en' | 'fr', Readonly<Record<NewsKind, string>>>> = {
  en: {
    seatGiven: 'You have a seat in a cohort.',
    seatTakenBack: 'You no longer have your seat in a cohort; you are on its waiting list.',
    seatRequested: 'Somebody asks for a seat and waits for your agreement.',
    seatRefused: 'Your request for a seat was refused.',
    courseSent: 'You were sent a course to complete.',
    deadlineMoved: 'A deadline of yours was moved.',
    pathGiven: 'You were put on a learning path.',
    renewalOpened: 'A credential of yours ends soon; its renewal is open.',
    renewalDue: 'A credential of yours is about to end.',
    renewalsOfParty: 'Credentials of people you look after end soon.',
    partRenewalOpened: 'A part of yours in an exercise counts no longer soon; you need another.',
    partRenewalDue: 'A part of yours in an exercise is about to count no longer.',
    partRenewalsOfParty: 'Parts in exercises of people you look after count no longer soon.',
    workHandedIn: 'Work was handed in and waits to be marked.',
    workReturned: 'Your work was returned to you to be handed in again.',
    workDecided: 'Your work was marked.',
    answerToMark: 'Answers wait to be marked.',
    resultReady: 'A result of yours is ready.',
    sessionPlanned: 'A live session was planned for you.',
    sessionMoved: 'A live session of yours was moved.',
    sessionCancelled: 'A live session of yours was cancelled.',
    exerciseNominated: 'People were named for an exercise and wait for your word.',
    exerciseSeatGiven: 'You have a seat in an exercise.',
    exerciseSeatTakenBack: 'You no longer have your seat in an exercise; you are on its waiting list.',
    exerciseJoining: 'The joining instructions of an exercise of yours are there.',
    exerciseMoved: 'An exercise of yours was moved.',
    exerciseCancelled: 'An exercise of yours was called off.',
    exerciseInject: 'EXERCISE. Something has reached your team in an exercise.',
    lessonActionGiven: 'Something is yours to do about a lesson from an exercise.',
    lessonActionDue: 'Something you have to do about a lesson from an exercise is due soon.',
    lessonActionLate: 'Something you had to do about a lesson from an exercise is late.',
    exerciseReport: 'The report of an exercise you or your nation took part in was issued.',
    cohortMessage: 'There is a message to your cohort.',
    courseMoved: 'A course you take has a new version, and you go on in it.',
    questionAsked: 'A learner asked a question in your course.',
    questionAnswered: 'Your question in a course was answered.',
    threadNamed: 'You were added to a thread.',
    spillageReported: 'A spillage was reported. What it is about was narrowed at once.',
    silenceAnnounced:
      'Silence is proposed as the method for a text in a body of yours. Until it opens, your nation may object to the method.',
    silenceOpened: 'A text in a body of yours awaits you: silence runs until its deadline.',
    silenceEnds: 'Silence over a text ends soon, and your nation has not said that it has it.',
    silenceBroken: 'Silence over a text was broken: it is not adopted.',
    silenceExtended: 'The deadline of a silence was moved to later.',
    silenceResumed: 'Silence over a text runs again, with a new deadline.',
    silenceEnded: 'Silence over a text ended without its being adopted.',
    silenceAdopted: 'A text was adopted by silence.',
    silenceLateNotice: 'A nation’s word came after silence had ended; it has no effect.',
    silenceWish: 'A nation asks for more time. The clock runs on.',
    decisionMade: 'A body of yours took a decision in a meeting.',
    actionGiven: 'Something is yours to do after a decision.',
    silenceLifted: 'A nation lifted its break of silence. Silence runs on only if the chair resumes it.',
    glassBroken: 'An administrator reads a thread of yours for some hours, and says why.',
    meetingPublished: 'A meeting of a body of yours was planned; its agenda is there.',
    meetingMoved: 'A meeting of a body of yours was moved.',
    meetingCancelled: 'A meeting of a body of yours was called off.',
    summaryOpened: 'The summary record of a meeting lies before you: it is open to remarks until its end.',
    summaryRemark: 'A nation made a remark on the summary record of a meeting.',
    summaryRemarkLate: 'A nation’s remark on a summary record came after the end; it has no effect.',
    summaryRemarkBack: 'A nation took back its remark on the summary record of a meeting.',
    summaryAnswered:
      'Your nation’s remark on a summary record was answered; it stands until you take it back.',
    silenceLetter:
      'The chair entered a letter by which your nation breaks silence. Confirm that it is yours.',
  },
  fr: {
    seatGiven: 'Vous avez une place dans une cohorte.',
    seatTakenBack: 'Vous n’avez plus votre place dans une cohorte ; vous êtes sur sa liste d’attente.',
    seatRequested: 'Quelqu’un demande une place et attend votre accord.',
    seatRefused: 'Votre demande de place a été refusée.',
    courseSent: 'Un cours à terminer vous a été envoyé.',
    deadlineMoved: 'Une de vos échéances a été déplacée.',
    pathGiven: 'Un parcours de formation vous a été attribué.',
    renewalOpened: 'Une de vos attestations arrive à échéance ; son renouvellement est ouvert.',
    renewalDue: 'Une de vos attestations est sur le point d’expirer.',
    renewalsOfParty: 'Des attestations de personnes que vous suivez arrivent à échéance.',
    partRenewalOpened:
      'Une de vos participations à un exercice cessera bientôt de compter ; il en faut une autre.',
    partRenewalDue: 'Une de vos participations à un exercice est sur le point de ne plus compter.',
    partRenewalsOfParty:
      'Des participations à des exercices de personnes que vous suivez cesseront bientôt de compter.',
    workHandedIn: 'Un travail a été remis et attend d’être noté.',
    workReturned: 'Votre travail vous a été renvoyé : il est à remettre une nouvelle fois.',
    workDecided: 'Votre travail a été noté.',
    answerToMark: 'Des réponses attendent d’être notées.',
    resultReady: 'Un de vos résultats est disponible.',
    sessionPlanned: 'Une séance en direct est prévue pour vous.',
    sessionMoved: 'Une de vos séances en direct a été déplacée.',
    sessionCancelled: 'Une de vos séances en direct a été annulée.',
    exerciseNominated: 'Des personnes ont été désignées pour un exercice et attendent votre accord.',
    exerciseSeatGiven: 'Vous avez une place dans un exercice.',
    exerciseSeatTakenBack:
      'Vous n’avez plus votre place dans un exercice ; vous êtes sur sa liste d’attente.',
    exerciseJoining: 'Les instructions d’arrivée d’un de vos exercices sont là.',
    exerciseMoved: 'Un de vos exercices a été déplacé.',
    exerciseCancelled: 'Un de vos exercices a été annulé.',
    exerciseInject: 'EXERCICE. Quelque chose est parvenu à votre équipe dans un exercice.',
    lessonActionGiven: 'Une suite à donner à un enseignement tiré d’un exercice vous est confiée.',
    lessonActionDue: 'Une suite à donner à un enseignement tiré d’un exercice arrive bientôt à échéance.',
    lessonActionLate: 'Une suite à donner à un enseignement tiré d’un exercice est en retard.',
    exerciseReport: 'Le rapport d’un exercice auquel vous ou votre nation avez pris part est publié.',
    cohortMessage: 'Un message a été adressé à votre cohorte.',
    courseMoved: 'Un cours que vous suivez a une nouvelle version, dans laquelle vous poursuivez.',
    questionAsked: 'Un apprenant a posé une question dans votre cours.',
    questionAnswered: 'Votre question dans un cours a reçu une réponse.',
    threadNamed: 'Vous avez été ajouté à un fil.',
    spillageReported: 'Une divulgation a été signalée. L’élément concerné a été restreint aussitôt.',
    silenceAnnounced:
      'La procédure de silence est proposée pour un texte dans l’un de vos organes. Jusqu’à son ouverture, votre nation peut s’opposer à cette méthode.',
    silenceOpened:
      'Un texte vous attend dans l’un de vos organes : la procédure de silence court jusqu’à son échéance.',
    silenceEnds:
      'La procédure de silence sur un texte s’achève bientôt et votre nation n’en a pas accusé réception.',
    silenceBroken: 'Le silence sur un texte a été rompu : il n’est pas adopté.',
    silenceExtended: 'L’échéance d’une procédure de silence a été reportée.',
    silenceResumed: 'La procédure de silence sur un texte reprend, avec une nouvelle échéance.',
    silenceEnded: 'La procédure de silence sur un texte a pris fin sans adoption.',
    silenceAdopted: 'Un texte a été adopté par procédure de silence.',
    silenceLateNotice:
      'La communication d’une nation est arrivée après la fin du silence ; elle est sans effet.',
    silenceWish: 'Une nation demande un délai supplémentaire. Le délai continue de courir.',
    decisionMade: 'Une de vos enceintes a pris une décision en réunion.',
    actionGiven: 'Une suite vous revient après une décision.',
    silenceLifted:
      'Une nation a levé sa rupture du silence. La procédure ne reprend que si la présidence le décide.',
    glassBroken: 'Un administrateur lit un de vos fils pour quelques heures et dit pourquoi.',
    meetingPublished: 'Une réunion d’un de vos organes est prévue ; son ordre du jour est là.',
    meetingMoved: 'Une réunion d’un de vos organes a été déplacée.',
    meetingCancelled: 'Une réunion d’un de vos organes est annulée.',
    summaryOpened:
      'Le compte rendu d’une réunion vous est soumis : il est ouvert aux observations jusqu’à son échéance.',
    summaryRemark: 'Une nation a formulé une observation sur le compte rendu d’une réunion.',
    summaryRemarkLate:
      'L’observation d’une nation sur un compte rendu est arrivée après l’échéance ; elle est sans effet.',
    summaryRemarkBack: 'Une nation a retiré son observation sur le compte rendu d’une réunion.',
    summaryAnswered:
      'Il a été répondu à l’observation de votre nation sur un compte rendu ; elle subsiste tant que vous ne la retirez pas.',
    silenceLetter:
      'La présidence a enregistré une lettre par laquelle votre nation rompt le silence. Confirmez qu’elle est bien la vôtre.',
  },
};

const subjectOf = (sentence: string) => sentence.replace(/\.( .*)?$/, '');

/** One piece of news, with its deadline where it has one. */
export const news: MailTemplate<{ about: NewsKind; until?: string | undefined; zone?: string | undefined }> =
  {
    en: ({ about, until, zone }, format) => ({
      subject: subjectOf(newsSentences.en[about]),
      lines: [newsSentences.en[about], ...(until ? [`Deadline: ${format.deadline(until, zone)}.`] : [])],
      action: 'Open it in Concord',
    }),
    fr: ({ about, until, zone }, format) => ({
      subject: subjectOf(newsSentences.fr[about]),
      lines: [newsSentences.fr[about], ...(until ? [`Échéance : ${format.deadline(until, zone)}.`] : [])],
      action: 'Ouvrir dans Concord',
    }),
  };
