### The assistant of a professional: what is known of the person, and how to get in touch.

## Answers

# A part of an article, or what callers ask about it.
#   $text (Text, e.g. Maya writes mostly Rust and Go. She also knows Java, Python and TypeScript well.) the sentences
tell-passage = { $text }

#   $person (Text, e.g. Maya Torres) whose assistant answers
#   $topic (Word: experience | skills | projects | education | availability | contact | collaboration) what is offered
offer-topic = { $topic ->
    [experience] Shall I tell you where { $person } has worked?
    [skills] Shall I tell you what { $person } is best at?
    [projects] Would you like to hear about a recent project?
    [education] Shall I tell you what { $person } studied?
    [availability] Would you like to know when { $person } is available?
    [contact] Would you like to know how to reach { $person }?
   *[collaboration] Shall I tell you how { $person } likes to work with clients?
    }
    .unclear-1 = { $topic ->
    [experience] Sorry, was that a yes or a no? Shall I tell you where { $person } has worked?
    [skills] Sorry, was that a yes or a no? Shall I tell you what { $person } is best at?
    [projects] Sorry, was that a yes or a no? Would you like to hear about a project?
    [education] Sorry, was that a yes or a no? Shall I tell you what { $person } studied?
    [availability] Sorry, was that a yes or a no? Would you like to know when { $person } is available?
    [contact] Sorry, was that a yes or a no? Would you like to know how to reach { $person }?
   *[collaboration] Sorry, was that a yes or a no? Shall I tell you how { $person } works with clients?
    }
    .unclear-2 = Say yes or no, or just ask me something else. To talk to a person, say agent.
    .silent-1 = { $topic ->
    [experience] Are you still there? Shall I tell you where { $person } has worked?
    [skills] Are you still there? Shall I tell you what { $person } is best at?
    [projects] Are you still there? Would you like to hear about a recent project?
    [education] Are you still there? Shall I tell you what { $person } studied?
    [availability] Are you still there? Would you like to know when { $person } is available?
    [contact] Are you still there? Would you like to know how to reach { $person }?
   *[collaboration] Are you still there? Shall I tell you how { $person } works with clients?
    }
    .silent-2 = I still can't hear you. Press 1 to hear it, 2 for something else, or 0 to talk to a person.

# Nothing is known that fits.
tell-not-known = I'm sorry, that's something I don't know.
    .variant-2 = Sorry, I don't know that either.

# After something that is not known.
#   $person (Text, e.g. Maya Torres) whose assistant answers
offer-leave-message = Would you like to leave { $person } a message?
    .unclear-1 = Sorry, was that a yes or a no? Would you like to leave a message?
    .unclear-2 = To leave a message, say yes or press 1. If not, press 2. Or say agent to talk to a person.
    .silent-1 = Are you still there? Would you like to leave a message?
    .silent-2 = I still can't hear you. To leave a message, press 1. If not, press 2. For a person, press 0.

# Nothing more is known about what was asked.
note-no-more = That's all I have on that.
    .variant-2 = I don't have more on that.

# What callers ask about an answer, and it does not say.
#   $detail (Word: where | when | who | how-long) what they ask
note-no-detail = { $detail ->
    [where] I'm sorry, I don't know where that was.
    [when] I'm sorry, I don't know when that was.
    [who] I'm sorry, I don't know who that was with.
   *[how-long] I'm sorry, I don't know how long that took.
    }

note-nothing-before = That's as far back as I know.

note-nothing-after = That's the latest I know of.

## What the person sees to themselves

#   $person (Text, e.g. Maya Torres) whose assistant answers
#   $matter (Word: interview | contract | meeting | technical) what the caller wants
note-personal = { $matter ->
    [interview] For an interview, it's best to ask { $person }.
    [contract] For a contract, it's best to ask { $person }.
    [meeting] For a meeting, it's best to ask { $person }.
   *[technical] That's a question for { $person }.
    }

# How to get in touch.
choose-contact-way = You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
    .unclear-1 = Sorry, I didn't get that. A callback, a message, e-mail or LinkedIn?
    .unclear-2 = Just say callback, message, e-mail or LinkedIn. Or say agent to talk to a person.
    .silent-1 = Are you still there? Would you like a callback, a message, e-mail or LinkedIn?
    .silent-2 = I still can't hear you. Say callback, message, e-mail or LinkedIn, or press 0 to talk to a person.

# The line knows no address of the person to send.
#   $person (Text, e.g. Maya Torres) whose assistant answers
choose-callback-or-message = Would you like { $person } to call you back, or would you rather leave a message?
    .unclear-1 = Sorry, I didn't get that. A callback or a message?
    .unclear-2 = Just say callback or message. Or say agent to talk to a person.
    .silent-1 = Are you still there? Would you like a callback, or to leave a message?
    .silent-2 = I still can't hear you. Say callback or message, or press 0 to talk to a person.

ask-caller-name = Who's calling, please, and from which company?
    .unclear-1 = Sorry, I didn't get that. Please tell me your name and your company.
    .unclear-2 = Your name is enough. If you'd rather not say it, say skip.
    .silent-1 = Are you still there? May I have your name and your company?
    .silent-2 = I still can't hear you. Say your name, or say skip.

#   $person (Text, e.g. Maya Torres) whose assistant answers
ask-caller-matter = And what would you like to talk about with { $person }?
    .unclear-1 = Sorry, I didn't get that. What's it about, in a few words?
    .unclear-2 = Just a few words, such as a job offer. If you'd rather not say it, say skip.
    .silent-1 = Are you still there? What's it about, in a few words?
    .silent-2 = I still can't hear you. Say a few words about it, or say skip.

note-thanks = Thank you.
    .variant-2 = Thanks.

# The caller wants a text, and the line has nothing to send.
#   $way (Word: email | linkedin) what they want
note-no-address = { $way ->
    [email] I'm sorry, I don't have an e-mail address to send.
   *[linkedin] I'm sorry, I don't have a LinkedIn page to send.
    }

# The caller wants to be called back, and their number is withheld.
note-no-callback = I can't see your number to call you back.

# The caller wants a text, and their number takes none.
note-no-texting = I can't send a text to your number.

#   $way (Word: email | linkedin) what is sent
tell-address-texted = { $way ->
    [email] Okay, I'm texting you the e-mail address now.
   *[linkedin] Okay, I'm texting you the LinkedIn page now.
    }

#   $person (Text, e.g. Maya Torres) whose assistant answers
hand-over-message = All right. Your message goes straight to { $person }.

#   $person (Text, e.g. Maya Torres) whose assistant answers
hand-over-callback = All right, I'll ask { $person } to call you back.

# After it was told how the person is reached.
offer-text-contact = Shall I text you the e-mail address?
    .unclear-1 = Sorry, was that a yes or a no? Shall I text you the e-mail address?
    .unclear-2 = To get the address by text, say yes or press 1. If not, press 2. Or say agent to talk to a person.
    .silent-1 = Are you still there? Shall I text you the e-mail address?
    .silent-2 = I still can't hear you. To get the address by text, press 1. If not, press 2. For a person, press 0.

## SMS

#   $person (Text, e.g. Maya Torres) whose address it is
#   $address (Text, e.g. maya@torres.example.com) the address
text-email = You can reach { $person } at { $address }.

#   $person (Text, e.g. Maya Torres) whose page it is
#   $address (Text, e.g. maya@torres.example.com) the address of the page
text-linkedin = { $person } on LinkedIn: { $address }

## For the person who takes over

# Who calls, and what about.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $matter (Word: interview | contract | meeting | technical | question) what the caller wants
#   $has-name (Word: yes | no) whether they said who they are
#   $name (Text, e.g. Sam Lee from Acme) who they are, in their words
#   $has-about (Word: yes | no) whether they said what it is about
#   $about (Text, e.g. a job offer) what it is about, in their words
summary-profile =
    { part-reason }; { $matter ->
        [interview] they want an interview.
        [contract] they want to talk about a contract.
        [meeting] they want to meet.
        [technical] they have a technical question.
       *[question] they asked about the person.
    }{ $has-name ->
        [yes] {" Caller: "}{ $name }.
       *[no] {""}
    }{ $has-about ->
        [yes] {" About: "}{ $about }.
       *[no] {""}
    }
