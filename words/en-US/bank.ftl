### What the line says of balances and transactions, behind account number, PIN and code.
###
### Nothing here says whether there is an account with a number, and nothing holds a PIN.

## Whose account

# Nobody knows yet whose account it is.
ask-account = For your security, I'll check who you are first. What's your account number?
    .variant-2 = I'll check who you are first. What's your account number?
    .unclear-1 = Sorry, I didn't get that. Please say the digits of your account number one by one.
    .unclear-2 = I still didn't get it. Enter your account number on the keypad, or press 0 for a person.
    .silent-1 = Are you still there? What's your account number?
    .silent-2 = I still can't hear you. Enter your account number on the keypad, or press 0 for a person.

# The number is read back.
#   $number (Digits, e.g. 1234567890) what was understood
confirm-account = I have account { PAUSE() }{ $number }. Is that right?
    .unclear-1 = Sorry, I didn't get that. Is it { $number }? Just say yes or no.
    .unclear-2 = I still didn't get it. Press 1 if that number is right, 2 if it isn't, or 0 for a person.
    .silent-1 = Are you still there? Is { $number } right? Say yes or no.
    .silent-2 = I still can't hear you. Press 1 if the number is right, 2 if it isn't, or 0 for a person.

## PIN and code

# The account number is known.
ask-pin = Thanks. Please enter your PIN on the keypad. Don't say it out loud.
    .unclear-1 = That isn't a PIN. Please enter its four to six digits on the keypad.
    .unclear-2 = I still don't have it. Enter your PIN on the keypad, or press 0 and wait for a person.
    .silent-1 = Are you still there? Please enter your PIN on the keypad.
    .silent-2 = I still don't have it. Enter your PIN on the keypad, or press 0 for a person.

# The PIN was wrong.
ask-pin-again = Please enter your PIN again. If the number was wrong, say account number.
    .unclear-1 = That isn't a PIN. Please enter its four to six digits on the keypad.
    .unclear-2 = I still don't have it. Enter your PIN on the keypad, or press 0 and wait for a person.
    .silent-1 = Are you still there? Please enter your PIN on the keypad.
    .silent-2 = I still don't have it. Enter your PIN on the keypad, or press 0 for a person.

# The caller began to say the PIN.
ask-pin-keys = Please enter it on the keypad instead.
    .unclear-1 = That isn't a PIN. Please enter its four to six digits on the keypad.
    .unclear-2 = I still don't have it. Enter your PIN on the keypad, or press 0 and wait for a person.
    .silent-1 = Are you still there? Please enter your PIN on the keypad.
    .silent-2 = I still don't have it. Enter your PIN on the keypad, or press 0 for a person.

# The caller began to say the PIN.
note-pin-aloud = Let me stop you there, so nobody hears your PIN.
    .variant-2 = Please don't say your PIN. I can't take it that way.

# The PIN is wrong, or no account has the number, which is not told.
#   $left (Number, e.g. 2) how often the PIN may be tried again
note-pin-wrong = That account number and PIN don't match. { $left ->
    [one] You have one more try.
   *[other] You have { $left } more tries.
}

# Too many PINs were wrong.
#   $minutes (Number, e.g. 30) how long it is locked
tell-locked = For your security, this account is locked for { $minutes ->
    [one] the next minute
   *[other] the next { $minutes } minutes
}.

# Too many PINs were wrong, and it takes long until it opens.
#   $hours (Number, e.g. 4) how long it is locked
tell-locked-hours = For your security, this account is locked for { $hours ->
    [one] about an hour
   *[other] about { $hours } hours
}.

# A code was just sent.
ask-one-time-code = I've just texted a code to the phone we have for you. What are its six digits?
    .unclear-1 = Sorry, I didn't get that. Please say the six digits of the code, or enter them.
    .unclear-2 = I still didn't get it. Enter the code on your keypad, or press 0 for a person.
    .silent-1 = Take your time. Once you have the code, say its six digits or enter them.
    .silent-2 = I still can't hear you. Enter the code on your keypad, or say that you didn't get it.

# A code was sent again, or was wrong.
ask-code-again = What are its six digits?
    .unclear-1 = Sorry, I didn't get that. Please say the six digits of the code, or enter them.
    .unclear-2 = I still didn't get it. Enter the code on your keypad, or press 0 for a person.
    .silent-1 = Take your time. Once you have the code, say its six digits or enter them.
    .silent-2 = I still can't hear you. Enter the code on your keypad, or say that you didn't get it.

# It is another code.
note-code-wrong = That isn't the code I sent. Let's try again.
    .variant-2 = That isn't it either. Please look at my last text.

# The code was tried too late or too often.
note-code-expired = That code is too old now, so I'm texting you a new one.

# The caller did not get the code.
note-code-again = Okay, I'm texting you a new one.

## Balance

# The customer has both.
choose-account-kind = Which account would you like, checking or savings?
    .unclear-1 = Sorry, I didn't get that. Would you like checking, savings, or both?
    .unclear-2 = I still didn't get it. Press 1 for checking, 2 for savings, or 0 for a person.
    .silent-1 = Are you still there? Would you like checking or savings?
    .silent-2 = I still can't hear you. Press 1 for checking, 2 for savings, or 0 for a person.

# The caller asked for what the customer does not have.
#   $kind (Word: checking | savings) which account
note-no-kind = { $kind ->
    [savings] You don't have a savings account with us.
   *[checking] You don't have a checking account with us.
}

# There is money on it.
#   $kind (Word: checking | savings) which account
#   $amount (Money, e.g. 842.10) how much
tell-balance = { $kind ->
    [savings] You have { PAUSE() }{ $amount } in savings.
   *[checking] You have { PAUSE() }{ $amount } in checking.
}

# There is less than nothing on it; the amount has no sign.
#   $kind (Word: checking | savings) which account
#   $amount (Money, e.g. 842.10) how much
tell-overdrawn = { $kind ->
    [savings] Your savings account is overdrawn by { PAUSE() }{ $amount }.
   *[checking] Your checking account is overdrawn by { PAUSE() }{ $amount }.
}

# A balance was told.
offer-transactions = Would you like to hear the latest transactions?
    .unclear-1 = Sorry, I didn't get that. Would you like to hear the latest transactions? Say yes or no.
    .unclear-2 = I still didn't get it. Press 1 to hear them, 2 for no, or 0 for a person.
    .silent-1 = Are you still there? Would you like to hear the latest transactions?
    .silent-2 = I still can't hear you. Press 1 to hear them, 2 for no, or 0 for a person.

## Transactions

# Before the transactions.
#   $kind (Word: checking | savings) which account
tell-latest = { $kind ->
    [savings] Here's the latest on savings.
   *[checking] Here's the latest on checking.
}

# One of up to three; the amount has no sign.
#   $direction (Word: in | out) whether it came or went
#   $amount (Money, e.g. 842.10) how much
#   $with (Text, e.g. Green Market) who it came from or went to
#   $day (Day, e.g. 2026-03-01) when
tell-transaction = { $direction ->
    [in] { $amount } from { $with } { $day }.
   *[out] { $amount } to { $with } { $day }.
}

# Nothing came or went.
#   $kind (Word: checking | savings) which account
tell-no-transactions = { $kind ->
    [savings] There's nothing new on savings.
   *[checking] There's nothing new on checking.
}

# Transactions were told.
offer-balance = Would you like to hear the balance as well?
    .unclear-1 = Sorry, I didn't get that. Would you like to hear the balance? Say yes or no.
    .unclear-2 = I still didn't get it. Press 1 to hear the balance, 2 for no, or 0 for a person.
    .silent-1 = Are you still there? Would you like to hear the balance?
    .silent-2 = I still can't hear you. Press 1 to hear the balance, 2 for no, or 0 for a person.

## A person goes on

# The caller said the PIN three times.
hand-over-pin = I can't take a PIN that's spoken.

# The code was wrong three times, or did not come twice; or as many PINs were wrong, of whatever
# accounts, as lock one.
hand-over-code = I'm sorry, I couldn't check who you are.

# The caller does not call from the telephone of the customer.
hand-over-no-phone = I'm sorry, I can't text you a code. Our team can check who you are.

## Sent by SMS

# It shows who has the telephone.
#   $business (Text, e.g. Harbor Bank) who sends it
#   $code (Text, e.g. 482913) the digits
text-one-time-code = { $business }: your code is { $code }. It's good for five minutes. We'll never call you to ask for it.

## Told to the person who takes over

# No account is known.
#   $goal (Word: balance | transactions) what the caller wants
#   $verified (Word: yes | told | no | code | locked) how far they got
summary-bank = { $goal ->
    [transactions] Wants to hear transactions.
   *[balance] Wants to hear a balance.
} { $verified ->
    [yes] The caller is verified.
    [told] The caller was verified and heard it.
    [locked] The account is locked after wrong PINs.
    [code] The PIN was right, the code isn't checked yet.
   *[no] The caller isn't verified.
}

# The account is known.
#   $goal (Word: balance | transactions) what the caller wants
#   $verified (Word: yes | told | no | code | locked) how far they got
#   $ending (Digits, e.g. 90) the last digits of the account
summary-bank-account = { $goal ->
    [transactions] Wants to hear transactions.
   *[balance] Wants to hear a balance.
} { $verified ->
    [yes] The caller is verified for the account ending in { TOGETHER($ending) }.
    [told] The caller was verified for the account ending in { TOGETHER($ending) }, and heard it.
    [locked] The account ending in { TOGETHER($ending) } is locked after wrong PINs.
    [code] Account ending in { TOGETHER($ending) }: the PIN was right, the code isn't checked yet.
   *[no] The caller isn't verified for the account ending in { TOGETHER($ending) }.
}
