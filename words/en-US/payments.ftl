### Payments: an account, what is owed on it, and paying it once.
###
### No message asks for card data, and none says more of a card than its last four digits.

## The account

# The caller wants to pay what they owe.
#   $digits (Number, e.g. 8) how many digits an account number has
ask-account-number = What's your { $digits }-digit account number?
    .unclear-1 = Sorry, I didn't get that. What are the { $digits } digits of your account number?
    .unclear-2 = Please enter the { $digits } digits on your keypad, or say agent to talk to a person.
    .silent-1 = Are you still there? What's your { $digits }-digit account number?
    .silent-2 = I still can't hear you. Please enter the { $digits } digits on your keypad, or press 0 to talk to a person.

# The number that was read back is wrong: the first time.
#   $digits (Number, e.g. 8) how many digits an account number has
ask-account-number-again = Sorry about that. What's the right number?
    .unclear-1 = { ask-account-number.unclear-1 }
    .unclear-2 = { ask-account-number.unclear-2 }
    .silent-1 = { ask-account-number.silent-1 }
    .silent-2 = { ask-account-number.silent-2 }

# The number that was read back is wrong: the second time.
#   $digits (Number, e.g. 8) how many digits an account number has
ask-account-number-keypad = Sorry. Let's try it another way. Please enter the { $digits } digits on your keypad.
    .unclear-1 = Sorry, I didn't get that. Please enter the { $digits } digits on your keypad.
    .unclear-2 = Please enter all { $digits } digits of your account number, or press 0 to talk to a person.
    .silent-1 = Are you still there? Please enter the { $digits } digits on your keypad.
    .silent-2 = { ask-account-number.silent-2 }

# No account has the number, after tell-account-unknown.
#   $digits (Number, e.g. 8) how many digits an account number has
ask-account-number-unknown = Let's try again. You'll find the number at the top of your bill. What is it?
    .unclear-1 = { ask-account-number.unclear-1 }
    .unclear-2 = { ask-account-number.unclear-2 }
    .silent-1 = { ask-account-number.silent-1 }
    .silent-2 = { ask-account-number.silent-2 }

# A number is read back.
#   $number (Digits, e.g. 48210075) the account
confirm-account-number = I have { PAUSE() }{ $number }. Is that right?
    .unclear-1 = Sorry, was that a yes or a no? I have { PAUSE() }{ $number }.
    .unclear-2 = I have { PAUSE() }{ $number }. If that's right, press 1. If it isn't, press 2.
    .silent-1 = Are you still there? I have { PAUSE() }{ $number }. Is that right?
    .silent-2 = I still can't hear you. I have { $number }. If that's right, press 1. If not, press 2.

# The number replaces the one that was just read back.
#   $number (Digits, e.g. 48210075) the account
confirm-account-number-corrected = Okay, now I have { PAUSE() }{ $number }. Is that right?
    .unclear-1 = { confirm-account-number.unclear-1 }
    .unclear-2 = { confirm-account-number.unclear-2 }
    .silent-1 = { confirm-account-number.silent-1 }
    .silent-2 = { confirm-account-number.silent-2 }

# The number that was read back is wrong too many times.
hand-over-account-number = I'm sorry, I keep getting your number wrong.

# No account has the number.
tell-account-unknown = I couldn't find that account.

# No account has this number either.
tell-account-unknown-again = I couldn't find that account either.

## What is owed

# Every invoice is paid.
tell-nothing-owed = Good news: there's nothing to pay on your account.
    .variant-2 = You're all paid up: there's nothing to pay on your account.

# Several invoices are not paid; said before offer-oldest-invoice.
#   $count (Number, e.g. 3) how many invoices are not paid
#   $total (Money, e.g. 210.45) what they come to
tell-invoices = You have { $count } open invoices, { $total } in all.

# One invoice is not paid.
#   $due (Word: past | coming | unknown) when it is due
#   $amount (Money, e.g. 120.50) what is owed
#   $day (Day, optional, e.g. 2026-03-15) the day it is due
offer-invoice = { $due ->
        [past] You owe { PAUSE() }{ $amount }, which was due { $day }. Would you like to pay it now?
        [coming] You owe { PAUSE() }{ $amount }, due { $day }. Would you like to pay it now?
       *[unknown] You owe { PAUSE() }{ $amount }. Would you like to pay it now?
    }
    .unclear-1 = Sorry, was that a yes or a no? Would you like to pay { $amount } now?
    .unclear-2 = To pay { $amount } now, press 1. If you'd rather not, press 2. For a person, press 0.
    .silent-1 = Are you still there? Would you like to pay { $amount } now?
    .silent-2 = I still can't hear you. To pay it now, press 1. If not, press 2. For a person, press 0.

# The first of several, after tell-invoices.
#   $due (Word: past | coming | unknown) when it is due
#   $amount (Money, e.g. 120.50) what is owed
#   $day (Day, optional, e.g. 2026-03-15) the day it is due
offer-oldest-invoice = { $due ->
        [past] The oldest is { PAUSE() }{ $amount }, which was due { $day }. Would you like to pay it now?
        [coming] The oldest is { PAUSE() }{ $amount }, due { $day }. Would you like to pay it now?
       *[unknown] The oldest is { PAUSE() }{ $amount }. Would you like to pay it now?
    }
    .unclear-1 = { offer-invoice.unclear-1 }
    .unclear-2 = { offer-invoice.unclear-2 }
    .silent-1 = { offer-invoice.silent-1 }
    .silent-2 = { offer-invoice.silent-2 }

# Another, after one was settled or left out.
#   $due (Word: past | coming | unknown) when it is due
#   $amount (Money, e.g. 120.50) what is owed
#   $day (Day, optional, e.g. 2026-03-15) the day it is due
offer-next-invoice = { $due ->
        [past] The next one is { PAUSE() }{ $amount }, which was due { $day }. Would you like to pay that one?
        [coming] The next one is { PAUSE() }{ $amount }, due { $day }. Would you like to pay that one?
       *[unknown] The next one is { PAUSE() }{ $amount }. Would you like to pay that one?
    }
    .unclear-1 = { offer-invoice.unclear-1 }
    .unclear-2 = { offer-invoice.unclear-2 }
    .silent-1 = { offer-invoice.silent-1 }
    .silent-2 = { offer-invoice.silent-2 }

# The caller names an invoice by its amount.
#   $due (Word: past | coming | unknown) when it is due
#   $amount (Money, e.g. 120.50) what is owed
#   $day (Day, optional, e.g. 2026-03-15) the day it is due
offer-this-invoice = { $due ->
        [past] That's the { PAUSE() }{ $amount } that was due { $day }. Would you like to pay it now?
        [coming] That's the { PAUSE() }{ $amount } due { $day }. Would you like to pay it now?
       *[unknown] That's the { PAUSE() }{ $amount }. Would you like to pay it now?
    }
    .unclear-1 = { offer-invoice.unclear-1 }
    .unclear-2 = { offer-invoice.unclear-2 }
    .silent-1 = { offer-invoice.silent-1 }
    .silent-2 = { offer-invoice.silent-2 }

## How to pay

# There is a card on file, and a link can be sent.
#   $card (Digits, e.g. 4242) the last four digits of the card on file
choose-payment-method = Should I use the card ending in { $card }, or text you a link?
    .unclear-1 = Sorry, I didn't get that. Should I use the card ending in { $card }, or text you a link?
    .unclear-2 = To use the card on file, say card or press 1. To get a link, say link or press 2. For a person, press 0.
    .silent-1 = Are you still there? Should I use the card ending in { $card }, or text you a link?
    .silent-2 = I still can't hear you. For the card, press 1. For a link, press 2. For a person, press 0.

# Before the card on file is charged.
#   $amount (Money, e.g. 120.50) what is owed
#   $card (Digits, e.g. 4242) the last four digits of the card on file
confirm-card-payment = I'll charge { PAUSE() }{ $amount } to the card ending in { $card }. Is that right?
    .unclear-1 = Sorry, was that a yes or a no? Should I charge { $amount } to that card?
    .unclear-2 = To pay { $amount } with that card, say yes or press 1. To stop, say no or press 2.
    .silent-1 = Are you still there? Should I charge { $amount } to the card ending in { $card }?
    .silent-2 = I still can't hear you. To pay { $amount } with that card, press 1. To stop, press 2.

# A link is the only way to pay.
#   $amount (Money, e.g. 120.50) what is owed
confirm-link-payment = I'll text a link to this phone, where you can pay { PAUSE() }{ $amount }. Is that okay?
    .unclear-1 = Sorry, was that a yes or a no? Should I text you a link to pay { $amount }?
    .unclear-2 = To get a link to pay { $amount }, say yes or press 1. To stop, say no or press 2.
    .silent-1 = Are you still there? Should I text you a link to pay { $amount }?
    .silent-2 = I still can't hear you. To get a link by text message, press 1. To stop, press 2.

# The card was refused.
tell-card-declined = I'm sorry, the card was declined, so nothing was charged.

# After tell-card-declined.
offer-link = Should I text you a link to pay another way?
    .unclear-1 = Sorry, was that a yes or a no? Should I text you a link to pay another way?
    .unclear-2 = To get a link by text message, say yes or press 1. If you'd rather not, press 2. For a person, press 0.
    .silent-1 = Are you still there? Should I text you a link to pay another way?
    .silent-2 = I still can't hear you. To get a link by text message, press 1. For a person, press 0.

## What came of it

# The money was taken.
#   $amount (Money, e.g. 120.50) what is owed
#   $receipt (Digits, e.g. 10482913) number of the receipt
tell-paid = Thank you, { $amount } is paid. Your receipt number is { PAUSE() }{ $receipt }.

# The receipt's number is too long to be said, and is sent by SMS.
#   $amount (Money, e.g. 120.50) what is owed
tell-paid-texted = Thank you, { $amount } is paid. I've texted you the receipt.

# The receipt's number is too long to be said, and nothing can be sent.
#   $amount (Money, e.g. 120.50) what is owed
tell-paid-silently = Thank you, { $amount } is paid.

# A link was sent.
#   $amount (Money, e.g. 120.50) what is owed
tell-link-sent = I've texted you the link. You can pay { $amount } there whenever you like.
    .variant-2 = The link's on its way to your phone. You can pay { $amount } there whenever you like.

# The invoice was paid before.
#   $amount (Money, e.g. 120.50) what is owed
tell-already-paid = Good news: the { $amount } has already been paid, so I didn't charge anything.

# The caller does not have the money. A person is offered next.
tell-hardship = I'm sorry to hear that, and thanks for telling me. I haven't charged anything. Our team can go over your options.

# The caller does not want to pay now.
tell-not-paid = Okay, I haven't charged anything.
    .variant-2 = All right, nothing's been charged.

# The same of another invoice than one that was paid, or for which a link was sent.
tell-rest-not-paid = Okay, I haven't charged anything for that one.
    .variant-2 = All right, nothing's been charged for that one.

## Said before a question

# The caller reads out a card number.
note-no-card-numbers = I never take or keep card numbers.

# The caller wants to give a card number.
note-never-card-numbers = I never take card numbers by phone, so please don't say one.

# The caller wants to pay it all at once.
note-one-invoice-at-a-time = Sure, one at a time, the oldest first.

# The caller wants to pay another amount than what is owed.
note-full-amount-only = I can only take the full amount.

# The caller wants to pay with another card.
note-other-card = You can use any card with the link.

# The caller wants to pay with the card on file, and there is none.
note-no-card-on-file = I don't have a card on file for you.

# The caller wants a link, and the line can't send one.
note-no-link = I can't text you a link.

# What is owed changed while it was being paid.
note-bill-changed = Your bill just changed, so I didn't charge anything. I've checked again.

## Last words before a person

# The records failed while the money was being taken.
hand-over-payment-unsure = I'm sorry, I'm not sure your payment went through, so I won't try again.

# There is no way to pay that the line can offer.
#   $amount (Money, e.g. 120.50) what is owed
hand-over-no-payment-method = You owe { $amount }, but I can't take that payment myself.

# The caller goes on reading out a card number.
hand-over-card-number = I can't take card numbers. Our team can find another way.

# What is owed changed again while it was being paid.
hand-over-bill-changed = Your bill keeps changing, so I haven't charged anything.

## Texts

# The page on which the caller pays.
#   $business (Text, e.g. Summit Energy) who sends it
#   $amount (Money, e.g. 120.50) what is owed
#   $url (Text, e.g. https://pay.example.com/a1b2c3) where the caller pays
text-payment-link = { $business }: pay { $amount } here: { $url }

# What the caller keeps of a payment.
#   $business (Text, e.g. Summit Energy) who sends it
#   $amount (Money, e.g. 120.50) what is owed
#   $receipt (Text, e.g. 10482913) number of the receipt, as it is written
text-payment-receipt = { $business }: we got your payment of { $amount }. Receipt number: { $receipt }

## For the agent

# The account is known, and what is owed on it is not.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 48210075) the account
summary-payment-account = { part-reason }; they want to pay what they owe on account { TOGETHER($number) }.

# The number of the account was not confirmed yet.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 48210075) the account
summary-payment-account-heard = { part-reason }; they want to pay an invoice. Their account number may be { TOGETHER($number) }.

# No account has the number that was given.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 48210075) the account
summary-payment-account-unknown = { part-reason }; they want to pay an invoice. They gave account number { TOGETHER($number) }, which isn't known.

# What is owed is known.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $amount (Money, e.g. 120.50) what is owed
#   $number (Digits, e.g. 48210075) the account
summary-payment-invoice = { part-reason }; they owe { $amount } on account { TOGETHER($number) }. Nothing was charged.

# The caller was told what they owe, and does not pay now.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 48210075) the account
summary-payment-left = { part-reason }; they know what they owe on account { TOGETHER($number) }, and didn't pay.

# Nothing is owed.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 48210075) the account
summary-payment-settled = { part-reason }; they owe nothing on account { TOGETHER($number) }.

# The caller does not have the money, and it is not known what they owe.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
summary-payment-cannot = { part-reason }; they can't pay what they owe right now.

# The caller does not have the money.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $amount (Money, e.g. 120.50) what is owed
#   $number (Digits, e.g. 48210075) the account
summary-payment-hardship = { part-reason }; they owe { $amount } on account { TOGETHER($number) } and can't pay it right now.

# The card was refused.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $amount (Money, e.g. 120.50) what is owed
#   $number (Digits, e.g. 48210075) the account
summary-payment-declined = { part-reason }; they owe { $amount } on account { TOGETHER($number) }. The card on file was declined.

# The money was taken.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $amount (Money, e.g. 120.50) what is owed
#   $number (Digits, e.g. 48210075) the account
summary-payment-paid = { part-reason }; they paid { $amount } on account { TOGETHER($number) }.

# A link was sent.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $amount (Money, e.g. 120.50) what is owed
#   $number (Digits, e.g. 48210075) the account
summary-payment-link = { part-reason }; they were texted a link to pay { $amount } on account { TOGETHER($number) }.

# The records failed while the money was being taken.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $amount (Money, e.g. 120.50) what is owed
#   $number (Digits, e.g. 48210075) the account
summary-payment-unsure = { part-reason }; a payment of { $amount } on account { TOGETHER($number) } may have gone through. Check before you charge anything.
