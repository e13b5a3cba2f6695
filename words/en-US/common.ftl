### What every line says, whatever it does for its callers.
###
### Each message is declared by the comment above it: what it is for, and a line for every value,
###     $name (Kind) what it is
### where a kind is Text, Word, Number, Digits, Money, Day, Date, Time, Moment, Phone, All or Any.
### `Word: a | b` lists the words that wording may choose by, `optional` says that the value may be
### missing, and `e.g. x` is what the value is when the wording is checked and shown. The comments of
### this language hold for all of them. `callwright words check` reads them.

## What the caller wants

# The opening question. Asked again, it says what the line can do.
#   $business (Text, e.g. Northwind Outfitters) whom the caller has reached
#   $scenario (Word: shop | clinic | payments | support | bank | profile | several) what the line does
ask-wish = How can I help you today?
    .unclear-1 = Sorry, I didn't get that. What can I help you with?
    .unclear-2 = You've reached { $business }. { part-example }, or press 0 for a person.
    .silent-1 = Are you still there? Tell me what I can help you with.
    .silent-2 =
        { $scenario ->
            [shop] I still can't hear you. Say track my order, or press 0 to talk to a person.
            [clinic] I still can't hear you. Say book an appointment, or press 0 to talk to a person.
            [payments] I still can't hear you. Say pay my bill, or press 0 to talk to a person.
            [support] I still can't hear you. Say my internet is down, or press 0 to talk to a person.
            [bank] I still can't hear you. Say check my balance, or press 0 to talk to a person.
           *[other] I still can't hear you. Tell me what you need, or press 0 to talk to a person.
        }

# What the line can do, and words that lead there.
#   $scenario (Word: shop | clinic | payments | support | bank | profile | several) what the line does
part-example =
    { $scenario ->
        [shop] I can tell you how your order is doing. Say track my order
        [clinic] I can book, move or cancel an appointment. Say book an appointment
        [payments] I can help you pay a bill. Say pay my bill
        [support] I can help when something doesn't work. Say my internet is down
        [bank] I can tell you what's in your account. Say check my balance
        [profile] I can answer questions about work and projects. Ask about recent projects
       *[other] Tell me in a few words what you need
    }

# There is something else, and the caller has not said what.
#   $business (Text, e.g. Northwind Outfitters) whom the caller has reached
#   $scenario (Word: shop | clinic | payments | support | bank | profile | several) what the line does
ask-wish-again = What can I do for you?
    .unclear-1 = { ask-wish.unclear-1 }
    .unclear-2 = { ask-wish.unclear-2 }
    .silent-1 = { ask-wish.silent-1 }
    .silent-2 = { ask-wish.silent-2 }
    .variant-2 = What else can I do?

# The line guessed what the caller wants, and the guess was wrong.
#   $business (Text, e.g. Northwind Outfitters) whom the caller has reached
#   $scenario (Word: shop | clinic | payments | support | bank | profile | several) what the line does
ask-wish-not-meant = Sorry about that. What can I help you with? For a person, press 0.
    .unclear-1 = { ask-wish.unclear-1 }
    .unclear-2 = { ask-wish.unclear-2 }
    .silent-1 = { ask-wish.silent-1 }
    .silent-2 = { ask-wish.silent-2 }

# After something was done.
ask-more = Is there anything else I can help with?
    .unclear-1 = Sorry, I didn't get that. Is there anything else I can help with?
    .unclear-2 = If you need something else, tell me what it is, or press 0 to talk to a person. If not, say no.
    .silent-1 = Are you still there? Is there anything else I can help with?
    .silent-2 = I still can't hear you. Press 0 to talk to a person, or 2 if you're all set.
    .variant-2 = Anything else I can help with?
    .variant-3 = Can I help with anything else?

# What a caller may want, after "would you like to".
#   $wish (Word: CheckOrderStatus | ChangeDeliveryAddress | ReturnOrder | BookAppointment | MoveAppointment | CancelAppointment | CheckAppointment | PayInvoice | ReportProblem | CheckBalance | ListTransactions | AskExperience | AskSkills | AskProjects | AskEducation | AskAvailability | AskContact | AskCollaboration | RequestInterview | NegotiateContract | ArrangeMeeting | AskTechnicalQuestion | AskHours | LeaveMessage | RequestCallback | TalkToAgent | Repeat | SlowDown | StartAgain | GoBack | Help | Wait | SwitchLanguage | ForgetMe | RememberMe | Emergency | Goodbye) an intent
part-wish =
    { $wish ->
        [CheckOrderStatus] know how an order is doing
        [ChangeDeliveryAddress] change where an order goes
        [ReturnOrder] send something back
        [BookAppointment] book an appointment
        [MoveAppointment] move an appointment
        [CancelAppointment] cancel an appointment
        [CheckAppointment] know when your appointment is
        [PayInvoice] pay a bill
        [ReportProblem] get something fixed
        [CheckBalance] know your balance
        [ListTransactions] hear your last transactions
        [AskExperience] hear about work experience
        [AskSkills] hear about skills
        [AskProjects] hear about projects
        [AskEducation] hear about education
        [AskAvailability] hear about availability
        [AskContact] know how to get in touch
        [AskCollaboration] hear about working together
        [RequestInterview] ask for an interview
        [NegotiateContract] talk about a contract
        [ArrangeMeeting] set up a meeting
        [AskTechnicalQuestion] ask a technical question
        [AskHours] know our hours
        [LeaveMessage] leave a message
        [RequestCallback] get a call back
        [TalkToAgent] talk to a person
        [Repeat] hear that again
        [SlowDown] go slower
        [StartAgain] start over
        [GoBack] go a step back
        [Help] hear what I can do
        [Wait] take a moment
        [SwitchLanguage] speak another language
        [ForgetMe] be forgotten
        [RememberMe] be remembered next time
        [Emergency] get help right now
       *[other] go on with that
    }

# The line guessed what the caller wants.
#   $wish (Word: CheckOrderStatus | ChangeDeliveryAddress | ReturnOrder | BookAppointment | MoveAppointment | CancelAppointment | CheckAppointment | PayInvoice | ReportProblem | CheckBalance | ListTransactions | AskExperience | AskSkills | AskProjects | AskEducation | AskAvailability | AskContact | AskCollaboration | RequestInterview | NegotiateContract | ArrangeMeeting | AskTechnicalQuestion | AskHours | LeaveMessage | RequestCallback | TalkToAgent | Repeat | SlowDown | StartAgain | GoBack | Help | Wait | SwitchLanguage | ForgetMe | RememberMe | Emergency | Goodbye) an intent
confirm-wish =
    { $wish ->
        [Goodbye] I'm not sure I got that. Are you all set?
       *[other] I'm not sure I got that. Would you like to { part-wish }?
    }
    .unclear-1 =
        { $wish ->
            [CheckOrderStatus] Sorry, was that a yes or a no? To hear how an order is doing, say yes or press 1. For a person, press 0.
            [TalkToAgent] Sorry, was that a yes or a no? To talk to a person, say yes or press 1. If you'd rather not, press 2.
            [Goodbye] Sorry, was that a yes or a no? If you're all set, say yes or press 1. If you aren't, press 2.
           *[other] Sorry, was that a yes or a no? To { part-wish }, say yes or press 1. For a person, press 0.
        }
    .unclear-2 = { confirm-wish.unclear-1 }
    .silent-1 =
        { $wish ->
            [CheckOrderStatus] Are you still there? To hear how an order is doing, say yes or press 1. For a person, press 0.
            [TalkToAgent] Are you still there? To talk to a person, say yes or press 1. If you'd rather not, press 2.
            [Goodbye] Are you still there? If you're all set, say yes or press 1. If you aren't, press 2.
           *[other] Are you still there? To { part-wish }, say yes or press 1. For a person, press 0.
        }
    .silent-2 = { confirm-wish.silent-1 }

# The line is not sure that it heard right.
#   $heard (Text, e.g. Springfield) what it heard
confirm-heard = I think you said { PAUSE() }{ $heard }. Is that right?
    .unclear-1 = Sorry, was that a yes or a no? I heard { PAUSE() }{ $heard }.
    .unclear-2 = If you said { $heard }, say yes or press 1. If not, say no or press 2. For a person, press 0.
    .silent-1 = Are you still there? I heard { PAUSE() }{ $heard }. Is that right?
    .silent-2 = I still can't hear you. If you said { $heard }, press 1. If not, press 2. For a person, press 0.
    .variant-2 = I heard { PAUSE() }{ $heard }. Did I get that right?

# Something was left for another wish, which is done.
#   $wish (Word: CheckOrderStatus | ChangeDeliveryAddress | ReturnOrder | BookAppointment | MoveAppointment | CancelAppointment | CheckAppointment | PayInvoice | ReportProblem | CheckBalance | ListTransactions | AskExperience | AskSkills | AskProjects | AskEducation | AskAvailability | AskContact | AskCollaboration | RequestInterview | NegotiateContract | ArrangeMeeting | AskTechnicalQuestion | AskHours | LeaveMessage | RequestCallback | TalkToAgent | Repeat | SlowDown | StartAgain | GoBack | Help | Wait | SwitchLanguage | ForgetMe | RememberMe | Emergency | Goodbye) an intent
offer-go-on = Before, you wanted to { part-wish }. Should we go on with that?
    .unclear-1 = Sorry, was that a yes or a no? Should we go on where we were?
    .unclear-2 = To go on where we were, say yes or press 1. If you'd rather not, press 2. For a person, press 0.
    .silent-1 = Are you still there? Should we go on where we were?
    .silent-2 = I still can't hear you. To go on where we were, press 1. If not, press 2. For a person, press 0.

# The caller named several things in one sentence, and one of them is done.
#   $wish (Word: CheckOrderStatus | ChangeDeliveryAddress | ReturnOrder | BookAppointment | MoveAppointment | CancelAppointment | CheckAppointment | PayInvoice | ReportProblem | CheckBalance | ListTransactions | AskExperience | AskSkills | AskProjects | AskEducation | AskAvailability | AskContact | AskCollaboration | RequestInterview | NegotiateContract | ArrangeMeeting | AskTechnicalQuestion | AskHours | LeaveMessage | RequestCallback | TalkToAgent | Repeat | SlowDown | StartAgain | GoBack | Help | Wait | SwitchLanguage | ForgetMe | RememberMe | Emergency | Goodbye) an intent
offer-named-too = You also wanted to { part-wish }. Should we do that now?
    .unclear-1 = Sorry, was that a yes or a no? You also wanted to { part-wish }.
    .unclear-2 = To { part-wish }, say yes or press 1. If you'd rather not, press 2. For a person, press 0.
    .silent-1 = Are you still there? You also wanted to { part-wish }. Should we do that now?
    .silent-2 = I still can't hear you. To { part-wish }, press 1. If not, press 2. For a person, press 0.

# The caller wants to be called back.
confirm-callback = We can call you back on the number you're calling from. Is that okay?
    .unclear-1 = Sorry, was that a yes or a no? Should we call you back on this number?
    .unclear-2 = To be called back on this number, say yes or press 1. If you'd rather not, press 2. For a person, press 0.
    .silent-1 = Are you still there? Should we call you back on this number?
    .silent-2 = I still can't hear you. To be called back on this number, press 1. If not, press 2. For a person, press 0.

# The caller wants to be called back, and cannot be.
#   $why (Word: withheld | never) their number is withheld, or the line calls nobody back
tell-callback-not-possible =
    { $why ->
        [never] I'm sorry, we don't call back from this line.
       *[withheld] I'm sorry, I can't see your number, so we couldn't call you back.
    }

# The caller could leave a message in place of a callback.
#   $why (Word: withheld | never) their number is withheld, or the line calls nobody back
offer-message-instead =
    { $why ->
        [never] Would you like to leave us a message instead?
       *[withheld] Would you like to leave us a message with your number instead?
    }
    .unclear-1 = Sorry, was that a yes or a no? Would you like to leave a message?
    .unclear-2 = To leave a message, say yes or press 1. If you'd rather not, press 2. For a person, press 0.
    .silent-1 = Are you still there? Would you like to leave a message?
    .silent-2 = I still can't hear you. To leave a message, press 1. If you'd rather not, press 2. For a person, press 0.

# Before the hours of a week, which come a few days at a time.
tell-hours = Here's when we're open.

# Every day is the same.
#   $open (Word: always | once) whether it is open all day
#   $from (Time, optional, e.g. 08:00) when it opens
#   $to (Time, optional, e.g. 12:30) when it closes
tell-hours-every-day = We're open every day { part-times }.

# Several days in a row.
#   $first (Word: monday | tuesday | wednesday | thursday | friday | saturday | sunday) the first of them
#   $last (Word: monday | tuesday | wednesday | thursday | friday | saturday | sunday) the last of them
#   $count (Word: two | more) how many they are
#   $open (Word: always | once) whether it is open all day
#   $from (Time, optional, e.g. 08:00) when it opens
#   $to (Time, optional, e.g. 12:30) when it closes
tell-hours-days =
    { $count ->
        [two] { part-first-day } and { part-last-day }, { part-times }.
       *[more] { part-first-day } to { part-last-day }, { part-times }.
    }

# One day of the week.
#   $first (Word: monday | tuesday | wednesday | thursday | friday | saturday | sunday) which
#   $open (Word: always | once) whether it is open all day
#   $from (Time, optional, e.g. 08:00) when it opens
#   $to (Time, optional, e.g. 12:30) when it closes
tell-hours-day = { part-first-day }, { part-times }.

# After that, when it opens again on the same days.
#   $from (Time, e.g. 13:30) when it opens
#   $to (Time, e.g. 18:00) when it closes
tell-hours-again = Then { $from } to { $to }.

# Another day has the hours of the days that were told.
#   $first (Word: monday | tuesday | wednesday | thursday | friday | saturday | sunday) which
tell-hours-same = The same on { part-first-day }.

# Several other days have the hours of the days that were told.
#   $first (Word: monday | tuesday | wednesday | thursday | friday | saturday | sunday) the first of them
#   $last (Word: monday | tuesday | wednesday | thursday | friday | saturday | sunday) the last of them
#   $count (Word: two | more) how many they are
tell-hours-same-days =
    { $count ->
        [two] The same on { part-first-day } and { part-last-day }.
       *[more] The same from { part-first-day } to { part-last-day }.
    }

# The hours of some days are told, and there are more.
offer-other-days = And the other days?
    .unclear-1 = Sorry, was that a yes or a no? Would you like to hear the other days?
    .unclear-2 = To hear the other days, say yes or press 1. If you'd rather not, say no or press 2.
    .silent-1 = Are you still there? Would you like to hear the other days?
    .silent-2 = I still can't hear you. To hear the other days, press 1. If you'd rather not, press 2.

# When somebody is in on a day.
#   $day (Day, e.g. 2026-03-06) the day
#   $open (Word: closed | always | once) whether it is open at all, and all day
#   $from (Time, optional, e.g. 08:00) when it opens
#   $to (Time, optional, e.g. 12:30) when it closes
tell-hours-on =
    { $open ->
        [closed] We're closed { $day }.
       *[once] We're open { $day } { part-times }.
    }

# The line has no hours of its own.
tell-hours-unknown = I'm sorry, I don't know our hours.

#   $first (Word: monday | tuesday | wednesday | thursday | friday | saturday | sunday) a day
part-first-day =
    { $first ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }

#   $last (Word: monday | tuesday | wednesday | thursday | friday | saturday | sunday) a day
part-last-day =
    { $last ->
        [monday] Monday
        [tuesday] Tuesday
        [wednesday] Wednesday
        [thursday] Thursday
        [friday] Friday
        [saturday] Saturday
       *[sunday] Sunday
    }

# From when until when it is open.
#   $open (Word: always | once) whether it is open all day
#   $from (Time, optional, e.g. 08:00) when it opens
#   $to (Time, optional, e.g. 12:30) when it closes
part-times =
    { $open ->
        [always] around the clock
       *[once] from { $from } to { $to }
    }

# The caller wants to leave a message. The flow says how.
tell-leave-message = Sure, you can leave us a message.

## A person

# The line offers a person.
offer-person = Would you like to talk to a person?
    .unclear-1 = Sorry, was that a yes or a no? Would you like to talk to a person?
    .unclear-2 = To talk to a person, say yes or press 1. If you'd rather not, say no or press 2.
    .silent-1 = Are you still there? Would you like to talk to a person?
    .silent-2 = I still can't hear you. To talk to a person, press 1. If you'd rather not, press 2.

# The line offers a person, because the caller cannot go on otherwise.
offer-person-instead = Would you like to talk to a person instead?
    .unclear-1 = { offer-person.unclear-1 }
    .unclear-2 = { offer-person.unclear-2 }
    .silent-1 = { offer-person.silent-1 }
    .silent-2 = { offer-person.silent-2 }

# The caller is upset, and a person is offered early.
offer-person-upset = I'd like to make this easier for you. Would you like to talk to a person right away?
    .unclear-1 = { offer-person.unclear-1 }
    .unclear-2 = { offer-person.unclear-2 }
    .silent-1 = { offer-person.silent-1 }
    .silent-2 = { offer-person.silent-2 }

# The caller asked for a person.
hand-over-asked = Okay.
    .variant-2 = All right.

# The caller was not understood too many times.
hand-over-not-understood = I'm sorry, I'm having trouble understanding.

# The caller was not heard too many times.
hand-over-silence = I'm sorry, I can't hear you.

# What was read back was wrong too many times.
hand-over-denied = I'm sorry, I keep getting that wrong.

# Something that the line depends on failed.
hand-over-backend = I'm sorry, I can't get to our records right now.

# The caller is upset.
hand-over-upset = I'm sorry this has been so hard.

## When something does not work

# A look-up failed; also said in place of a message that cannot be said.
tell-unavailable = I'm sorry, I can't get to our records right now.

# The line cannot do what the caller wants.
tell-not-here = I'm sorry, I can't help with that on this line.

## Closing

# The caller is done, and was not served. The goodbye itself is the flow's.
tell-done = All right.

# The caller is done, and was served.
tell-done-served = Glad I could help.
    .variant-2 = Happy to help.

## Remarks before something else

# A guess or what was read back was wrong.
note-not-meant = Sorry about that.
    .variant-2 = My mistake.

# The caller paused in a number.
#   $part (Digits, e.g. 4821) what was said of it
ask-rest = I have { $part } so far. What comes next?
    .unclear-1 = Sorry, I didn't get that. Please say the whole number again.
    .unclear-2 = Please enter the whole number on your keypad, or say agent to talk to a person.
    .silent-1 = Are you still there? I have { $part } so far.
    .silent-2 = I still can't hear you. Please enter the whole number on your keypad.

# The caller asks whether they talk to a machine.
note-machine = I'm an automated assistant, not a person.
    .variant-2 = You're talking to a machine.

# The caller asks whom they talk to.
#   $business (Text, e.g. Northwind Outfitters) whom the caller has reached
note-who = I'm the automated assistant of { $business }.

# The caller asks whether they are heard.
note-hears-you = Yes, I can hear you.
    .variant-2 = I'm here, and I can hear you.

# The caller asks how the line is.
note-how-it-is = Thanks for asking.

# The caller asks why something is asked for.
#   $asked (Word: number | secret | other) what it is
note-why =
    { $asked ->
        [number] I need it to find the right one.
        [secret] It keeps others out of your account.
       *[other] It helps me find what you need.
    }

# What was read back was wrong.
note-denied = Sorry about that.
    .variant-2 = Thanks for telling me.

# The caller corrected something.
note-corrected = Okay, I've changed that.
    .variant-2 = Got it, I've changed that.

# Something was understood.
note-okay = Okay.
    .variant-2 = All right.
    .variant-3 = Got it.

# Before the first question about what the caller wants.
note-sure = Sure.

# The caller named several things in one sentence.
note-one-by-one = Sure, one thing at a time.
    .variant-2 = Okay, let's take those one by one.

# The caller does not have or want something.
note-no-problem = No problem.

# The caller wants to hear it again.
note-repeat = Sure, I'll say that again.
    .variant-2 = Of course. Once more.

# There is nothing yet to say again.
note-nothing-to-repeat = We've only just started.

# The caller wants the line to speak more slowly.
note-slower = Sure, I'll slow down.

# The line speaks as slowly as it can.
note-slowest = I'm going as slowly as I can.

# The caller wants to start over.
note-start-again = Okay, let's start over.

# The caller wants to go a step back.
note-back = Okay, let's go back.

# The caller tells of something that was done to them, and is not angry.
note-complaint = I'm sorry that happened.

# There is no step to go back to.
note-nothing-to-go-back = There's nothing to go back to.

# The caller needs a moment.
note-wait = Take your time. I'm here when you're ready.

# The caller needs another moment.
note-still-waiting = No rush. I'm still here.

## Help

# What the line can do.
#   $scenario (Word: shop | clinic | payments | support | bank | profile | several) what the line does
tell-help =
    { $scenario ->
        [shop] I can tell you how an order is doing, change where it goes, or help you send something back.
        [clinic] I can book an appointment, move it, or cancel it.
        [payments] I can tell you what you owe, and help you pay it.
        [support] I can find out what's wrong with your internet, phone or TV, or talk about your bill.
        [bank] I can tell you your balance and your last transactions.
        [profile] I can answer questions about experience, skills and projects, or take a message.
       *[other] Just tell me in a few words what you need, and I'll see what I can do.
    }

# What can be said at any time.
tell-help-commands = You can always say repeat, slower, go back, start over, or talk to a person.

## Language

# The line goes on in this language.
note-language = Sure, let's speak English.

# The caller speaks this language without having asked for it; it is said in it.
note-language-heard = Sure, we can go on in English.

# The caller wants a language that the line does not speak.
#   $speaks (Word: en-US | es-US | both) what it does speak
tell-language-unknown =
    { $speaks ->
        [en-US] I'm sorry, I only speak English.
        [es-US] I'm sorry, I only speak Spanish.
       *[both] I'm sorry, I only speak English and Spanish.
    }

## Mood

# The caller is angry.
note-anger = I understand this is frustrating, and I'm sorry.
    .variant-2 = I hear you, and I'm sorry for the trouble.

# The caller is worried.
note-fear = I understand you're worried. Let's sort this out together.
    .variant-2 = I know this is worrying. I'm here to help.

# The caller is in a hurry.
note-urgency = I know this is urgent.
    .variant-2 = I'll make this quick.

# Somebody may be in danger.
tell-emergency = If anyone is in danger, hang up and call { TOGETHER("911") }. I'm putting you through to a person now.

## Callers who call again

# The caller asked about something before.
#   $matter (Word: order | appointment | invoice | ticket | account | request) what it was
#   $day (Day, e.g. 2026-03-01) when they asked
offer-last-matter =
    { $matter ->
        [order] Are you calling about the order you asked about { $day }?
        [appointment] Are you calling about the appointment we spoke about { $day }?
        [invoice] Are you calling about the bill you asked about { $day }?
        [ticket] Are you calling about the problem you told us about { $day }?
        [account] Are you calling about the account you asked about { $day }?
       *[other] Are you calling about what we spoke about { $day }?
    }
    .unclear-1 = Sorry, was that a yes or a no? Are you calling about the same thing as { $day }?
    .unclear-2 = If it's the same thing as { $day }, say yes or press 1. If it's something else, press 2. For a person, press 0.
    .silent-1 = Are you still there? Are you calling about the same thing as { $day }?
    .silent-2 = I still can't hear you. If it's the same thing as { $day }, press 1. If not, press 2. For a person, press 0.

# Whether the line may remember the caller.
offer-remember = Would you like me to remember you for your next call?
    .unclear-1 = Sorry, was that a yes or a no? Should I remember you for your next call?
    .unclear-2 = To be remembered, say yes or press 1. If you'd rather not, press 2. For a person, press 0.
    .silent-1 = Are you still there? Should I remember you for your next call?
    .silent-2 = I still can't hear you. To be remembered, press 1. If you'd rather not, press 2. For a person, press 0.

# The caller is remembered.
note-remembered = Great, I'll remember you.

# The caller wants to be forgotten, in the midst of a call.
note-forgotten = Okay, I've deleted what I kept for your next call.

# The same, of whom nothing is kept.
note-nothing-kept = I don't keep anything for your next call.

# The caller wants to be remembered by a line that remembers nobody, or withholds their number.
note-cannot-remember = I'm sorry, I can't remember you for your next call.

# The caller wants to be remembered or forgotten, and it is not known who they are.
note-memory-out-of-reach = I'm sorry, I can't do that right now.

# What the line has just said it does could not be done; the call ends.
tell-not-kept = I'm sorry, that didn't work on our side.

# The caller is not remembered.
note-not-remembered = That's fine, I won't remember this call.

## What the agent reads

# Why a call comes to a person.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
part-reason =
    { $reason ->
        [asked] The caller asked for a person
        [not-understood] The assistant couldn't understand the caller
        [silence] The assistant couldn't hear the caller
        [backend] The assistant couldn't get to our records
        [upset] The caller is upset
        [denied] The assistant kept getting the caller's details wrong
        [emergency] The caller may be in danger
        [matter] The caller needs something that the assistant can't do
       *[other] The caller talked to the assistant
    }

# What the caller named too, and did not come to.
#   $wish (Word: CheckOrderStatus | ChangeDeliveryAddress | ReturnOrder | BookAppointment | MoveAppointment | CancelAppointment | CheckAppointment | PayInvoice | ReportProblem | CheckBalance | ListTransactions | AskExperience | AskSkills | AskProjects | AskEducation | AskAvailability | AskContact | AskCollaboration | RequestInterview | NegotiateContract | ArrangeMeeting | AskTechnicalQuestion | AskHours | LeaveMessage | RequestCallback | TalkToAgent | Repeat | SlowDown | StartAgain | GoBack | Help | Wait | SwitchLanguage | ForgetMe | RememberMe | Emergency | Goodbye) an intent
summary-named-too =
    { $wish ->
        [CheckAppointment] They also want to know when their appointment is.
        [CheckBalance] They also want to know their balance.
        [ListTransactions] They also want to hear their last transactions.
        [AskHours] They also want to know the hours.
       *[other] They also want to { part-wish }.
    }

# The call, when nothing else is known of it.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
summary-call = { part-reason }.
